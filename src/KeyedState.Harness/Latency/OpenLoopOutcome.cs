namespace KeyedState.Harness;

/// <summary>What an open loop measured.</summary>
/// <param name="Window">How long the measured part was.</param>
/// <param name="Scheduled">How many operations were due in the window; 0 where all were due at once.</param>
/// <param name="Served">How many of those were answered by <see cref="OpenLoopPlan.Allowance"/> after its end; of all in the window, where all were due at once.</param>
/// <param name="Answered">How many of those were answered before the loop was ended, whenever that was; 0 where all were due at once.</param>
/// <param name="Growth">By how many operations the backlog grew over the window.</param>
/// <param name="ResponseTimes">From the planned start to the answer, of those that were answered, by role in the scenario's order.</param>
/// <param name="ServiceTimes">From the call to the answer, of the same operations of all roles.</param>
public sealed record OpenLoopOutcome(
    TimeSpan Window, long Scheduled, long Served, long Answered, double Growth, IReadOnlyList<LatencyRecorder> ResponseTimes, LatencyRecorder ServiceTimes)
{
    /// <summary>What the workers did in the window, whenever it was due.</summary>
    public WindowWork Done { get; init; } = new(0, TimeSpan.Zero, TimeSpan.Zero);
}
