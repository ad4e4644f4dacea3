namespace KeyedState.Harness;

/// <summary>How many operations each worker has completed, for another thread to see. Each count has a cache line of its own.</summary>
/// <param name="workers">How many workers there are.</param>
internal sealed class CompletedCounts(int workers)
{
    private const int Line = 8;

    private readonly long[] counts = new long[(workers + 1) * Line];

    /// <summary>Shows a worker's count.</summary>
    /// <param name="worker">Its number from 0.</param>
    /// <param name="count">How many it has completed.</param>
    public void Show(int worker, long count) => Volatile.Write(ref counts[(worker + 1) * Line], count);

    /// <summary>The counts, one a worker.</summary>
    public long[] Read() => [.. Enumerable.Range(1, workers).Select(worker => Volatile.Read(ref counts[worker * Line]))];
}
