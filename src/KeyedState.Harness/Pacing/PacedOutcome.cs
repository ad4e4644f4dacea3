namespace KeyedState.Harness;

/// <summary>What a paced run counted.</summary>
/// <param name="ReadOps">The reads completed from the end of the warm-up until the time was up.</param>
/// <param name="WriteOps">The writes completed in that time.</param>
/// <param name="Elapsed">From the end of the warm-up to the counting.</param>
/// <param name="ShortestPause">The shortest time from an operation's completion to its worker's going on, after the warm-up; null if nobody went on.</param>
/// <param name="MedianPause">The median of those times, in whole microseconds; null if nobody went on.</param>
public sealed record PacedOutcome(long ReadOps, long WriteOps, TimeSpan Elapsed, TimeSpan? ShortestPause, TimeSpan? MedianPause)
{
    /// <summary>How long the warm-up before the count took.</summary>
    public TimeSpan Warmup { get; init; }

    /// <summary>Whether the just-in-time compiler came to rest in it.</summary>
    public bool CompilerQuiet { get; init; }

    /// <summary>What the threads of the process used of the cores from the end of the warm-up to the counting, the pauses' own thread among them.</summary>
    public TimeSpan Cpu { get; init; }

    /// <summary>Operations per second, over all workers.</summary>
    public double Rate => (ReadOps + WriteOps) / Elapsed.TotalSeconds;
}
