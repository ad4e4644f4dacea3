namespace KeyedState.Benchmarks.Gate;

/// <summary>
/// A state that counts its operations for each processor. The counters lie apart, or beside each other on one cache
/// line, which one core does not notice and several do.
/// </summary>
internal sealed class CountedState : IKeyedState
{
    // Two cache lines, since processors fetch lines in pairs.
    private const int Apart = 128 / sizeof(long);

    private readonly IKeyedState inner;
    private readonly int distance;
    private readonly long[] counts;

    /// <summary>Wraps a state.</summary>
    /// <param name="inner">The state.</param>
    /// <param name="together">Whether the counters share a line.</param>
    public CountedState(IKeyedState inner, bool together)
    {
        this.inner = inner;
        distance = together ? 1 : Apart;
        counts = new long[(Environment.ProcessorCount + 2) * Apart];
    }

    public ValueTask<int> ReadAsync(int key)
    {
        Count();
        return inner.ReadAsync(key);
    }

    public ValueTask WriteAsync(int key, int value)
    {
        Count();
        return inner.WriteAsync(key, value);
    }

    public ValueTask DisposeAsync() => inner.DisposeAsync();

    // A plain increment: counts may be lost when a thread moves, and nobody reads them.
    private void Count() => counts[Apart + (Thread.GetCurrentProcessorId() % Environment.ProcessorCount * distance)]++;
}
