namespace KeyedState.Benchmarks.Gate;

/// <summary>A state whose every write takes longer by a known time: a slowdown of a known size for the gate to find.</summary>
/// <param name="inner">The state.</param>
/// <param name="turns">How many turns of the delay loop a write makes first. With 0 it only costs what the wrapping does.</param>
internal sealed class DelayedState(IKeyedState inner, int turns) : IKeyedState
{
    // Always 0, which the compiler does not know: the key then waits for the loop, and the processor can't do the write meanwhile.
    private readonly int nothing = Math.Min(0, turns);

    public ValueTask<int> ReadAsync(int key) => inner.ReadAsync(key);

    public ValueTask WriteAsync(int key, int value) => inner.WriteAsync(key + (DelayLoop.Spin(turns) & nothing), value);

    public ValueTask DisposeAsync() => inner.DisposeAsync();
}
