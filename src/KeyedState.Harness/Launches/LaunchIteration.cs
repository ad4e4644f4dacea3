namespace KeyedState.Harness;

/// <summary>One iteration of a launch: when the roles ended, by how much the process's counters moved, and what its cores were like.</summary>
/// <param name="Outcome">When the roles ended.</param>
/// <param name="Counted">By how much the counters moved.</param>
/// <param name="CoresBefore">The round trip of a cache line just before, in nanoseconds; null where nobody looked.</param>
/// <param name="CoresAfter">The same just after.</param>
/// <param name="PaceBefore">How long the core took for a step of fixed work just before, in nanoseconds; null where nobody looked.</param>
/// <param name="PaceAfter">The same just after.</param>
public sealed record LaunchIteration(
    FixedWorkOutcome Outcome, ProcessCounters Counted, double? CoresBefore, double? CoresAfter, double? PaceBefore, double? PaceAfter);
