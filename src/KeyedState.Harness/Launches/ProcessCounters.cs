namespace KeyedState.Harness;

/// <summary>The process-wide counters that tell what operations take beside time.</summary>
/// <param name="AllocatedBytes">The bytes that all threads allocated.</param>
/// <param name="Gen0">Garbage collections of generation 0 and above.</param>
/// <param name="Gen1">Of generation 1 and above.</param>
/// <param name="Gen2">Of generation 2.</param>
/// <param name="Paused">How long collections suspended the process's threads.</param>
/// <param name="WorkItems">The work items that the thread pool completed.</param>
/// <param name="LockContentions">How often a thread found a monitor or a lock taken.</param>
/// <param name="Retries">How often an operation was begun anew, by the states that count it.</param>
public sealed record ProcessCounters(
    long AllocatedBytes, int Gen0, int Gen1, int Gen2, TimeSpan Paused, long WorkItems, long LockContentions, long Retries)
{
    /// <summary>Reads the counters as they stand.</summary>
    public static ProcessCounters Read() => new(
        GC.GetTotalAllocatedBytes(precise: true),
        GC.CollectionCount(0),
        GC.CollectionCount(1),
        GC.CollectionCount(2),
        GC.GetTotalPauseDuration(),
        ThreadPool.CompletedWorkItemCount,
        Monitor.LockContentionCount,
        KeyedState.Retries.Total);

    /// <summary>By how much the counters moved.</summary>
    /// <param name="start">The counters before.</param>
    public ProcessCounters Since(ProcessCounters start)
    {
        ArgumentNullException.ThrowIfNull(start);
        return new(
            AllocatedBytes - start.AllocatedBytes,
            Gen0 - start.Gen0,
            Gen1 - start.Gen1,
            Gen2 - start.Gen2,
            Paused - start.Paused,
            WorkItems - start.WorkItems,
            LockContentions - start.LockContentions,
            Retries - start.Retries);
    }
}
