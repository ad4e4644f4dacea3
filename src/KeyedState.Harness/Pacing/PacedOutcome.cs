namespace KeyedState.Harness;

/// <summary>What a paced run counted.</summary>
/// <param name="ReadOps">The reads that were complete when the time was up.</param>
/// <param name="WriteOps">The writes that were complete when the time was up.</param>
/// <param name="Elapsed">From the workers' release to the counting.</param>
/// <param name="ShortestPause">The shortest time from an operation's completion to its worker's going on; null if nobody went on.</param>
/// <param name="MedianPause">The median of those times, in whole microseconds; null if nobody went on.</param>
public sealed record PacedOutcome(long ReadOps, long WriteOps, TimeSpan Elapsed, TimeSpan? ShortestPause, TimeSpan? MedianPause)
{
    /// <summary>Operations per second, over all workers.</summary>
    public double Rate => (ReadOps + WriteOps) / Elapsed.TotalSeconds;
}
