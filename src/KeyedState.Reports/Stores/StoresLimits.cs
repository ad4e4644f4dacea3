using KeyedState.Results;

namespace KeyedState.Reports;

/// <summary>Where a design can be held against its limit.</summary>
internal static class StoresLimits
{
    /// <summary>The scenario of one caller that writes; null where the run has none.</summary>
    /// <param name="run">The run.</param>
    public static StoredScenario? Alone(StoredStoresRun run) => run.Scenarios.FirstOrDefault(Bound);

    /// <summary>Whether a scenario is of one write after the other, which is what the limits bound.</summary>
    /// <param name="scenario">The scenario.</param>
    public static bool Bound(StoredScenario scenario) => scenario.Roles is [{ Workers: 1, Operation: "Write" }];
}
