namespace KeyedState.Harness;

/// <summary>One iteration of a launch: when the roles ended, and by how much the process's counters moved.</summary>
/// <param name="Outcome">When the roles ended.</param>
/// <param name="Counted">By how much the counters moved.</param>
public sealed record LaunchIteration(FixedWorkOutcome Outcome, ProcessCounters Counted);
