using KeyedState.Harness;

namespace KeyedState.Benchmarks.Suites.Compound;

/// <summary>What a launch does with a state in one scenario.</summary>
/// <param name="Entry">The state.</param>
/// <param name="Look">On one core or on all.</param>
/// <param name="Plan">The scenario, and how much work an iteration is.</param>
internal sealed record PlannedSeries(StateEntry Entry, CompoundLook Look, LaunchPlan Plan)
{
    /// <summary>Whether its code waits for a time.</summary>
    public bool Pauses => CompoundLook.PausesIn(Plan.Scenario);
}
