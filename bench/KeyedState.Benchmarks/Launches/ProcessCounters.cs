namespace KeyedState.Benchmarks.Launches;

/// <summary>The process-wide counters that tell what operations cost beside time.</summary>
internal sealed record ProcessCounters(
    long AllocatedBytes, int Gen0, int Gen1, int Gen2, long CompletedWorkItems, long LockContentions)
{
    public static ProcessCounters Read() => new(
        GC.GetTotalAllocatedBytes(precise: true),
        GC.CollectionCount(0),
        GC.CollectionCount(1),
        GC.CollectionCount(2),
        ThreadPool.CompletedWorkItemCount,
        Monitor.LockContentionCount);

    public ProcessCounters Since(ProcessCounters start) => new(
        AllocatedBytes - start.AllocatedBytes,
        Gen0 - start.Gen0,
        Gen1 - start.Gen1,
        Gen2 - start.Gen2,
        CompletedWorkItems - start.CompletedWorkItems,
        LockContentions - start.LockContentions);
}
