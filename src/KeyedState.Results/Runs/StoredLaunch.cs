namespace KeyedState.Results;

/// <summary>The raw figures of one launch: one process that ran one state in one look.</summary>
public sealed record StoredLaunch
{
    /// <summary>The state's name.</summary>
    public required string State { get; init; }

    /// <summary>The look.</summary>
    public required Look Look { get; init; }

    /// <summary>The round, from 0. A round has one launch of every state in one look, in random order.</summary>
    public required int Round { get; init; }

    /// <summary>The time of each measured invocation, in nanoseconds.</summary>
    public required IReadOnlyList<double> Nanoseconds { get; init; }

    /// <summary>When the last reader of each measured invocation ended, in nanoseconds from the release.</summary>
    public required IReadOnlyList<double> ReadersEnd { get; init; }

    /// <summary>When the last writer of each measured invocation ended, in nanoseconds from the release.</summary>
    public required IReadOnlyList<double> WritersEnd { get; init; }

    /// <summary>The operations over which the counters below were read.</summary>
    public required long CountedOperations { get; init; }

    /// <summary>The bytes that all threads allocated over <see cref="CountedOperations"/>.</summary>
    public required long AllocatedBytes { get; init; }

    /// <summary>Collections of generation 0, 1 and 2 over <see cref="CountedOperations"/>.</summary>
    public required IReadOnlyList<int> Collections { get; init; }

    /// <summary>Work items that the thread pool completed over <see cref="CountedOperations"/>.</summary>
    public required long CompletedWorkItems { get; init; }

    /// <summary>Monitor and Lock contentions over <see cref="CountedOperations"/>.</summary>
    public required long LockContentions { get; init; }

    /// <summary>The largest number of pool threads seen at the end of an invocation.</summary>
    public required int PeakPoolThreads { get; init; }

    /// <summary>The processor count that the launch saw.</summary>
    public required int ProcessorCount { get; init; }

    /// <summary>The distinct processor masks of the launch's threads, as the system prints them; empty where it does not.</summary>
    public required IReadOnlyList<string> ThreadMasks { get; init; }

    /// <summary>How long the warm-up took, in seconds.</summary>
    public required double WarmupSeconds { get; init; }

    /// <summary>Whether the compiler had come to rest before the measurement began.</summary>
    public required bool CompilerQuiet { get; init; }
}
