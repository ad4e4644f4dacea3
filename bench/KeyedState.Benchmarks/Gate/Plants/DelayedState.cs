namespace KeyedState.Benchmarks.Gate;

/// <summary>A state whose every write takes longer by a known time: a slowdown of a known size for the gate to find.</summary>
/// <param name="inner">The state.</param>
/// <param name="turns">How many turns of the delay loop a write makes first. With 0 it only costs what the wrapping does.</param>
internal sealed class DelayedState(IKeyedState inner, int turns) : IKeyedState
{
    public ValueTask<int> ReadAsync(int key) => inner.ReadAsync(key);

    public ValueTask WriteAsync(int key, int value)
    {
        _ = DelayLoop.Spin(turns);
        return inner.WriteAsync(key, value);
    }

    public ValueTask DisposeAsync() => inner.DisposeAsync();
}
