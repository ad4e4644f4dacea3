using KeyedState.Harness;

namespace KeyedState.Benchmarks.Suites.Series;

/// <summary>What a launch does with a state in one scenario.</summary>
/// <param name="Entry">The state.</param>
/// <param name="Look">The process.</param>
/// <param name="Plan">The scenario, and how much work an iteration is.</param>
internal sealed record PlannedSeries(StateEntry Entry, SeriesLook Look, LaunchPlan Plan)
{
    /// <summary>Whether its code waits for a time.</summary>
    public bool Pauses => SeriesLook.PausesIn(Plan.Scenario);
}
