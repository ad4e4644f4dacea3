using KeyedState.Results;

namespace KeyedState.Reports;

/// <summary>What a write takes at least, by where it must have gone before it is acknowledged.</summary>
internal static class StoresLimits
{
    /// <summary>The state whose operation is a few bytes to another process and back.</summary>
    public const string Echo = "LoopbackEcho";

    /// <summary>The state whose write is some bytes at the end of a file, and a flush to the disk.</summary>
    public const string Flush = "Flush";

    /// <summary>The scenario of one caller that writes; null where the run has none.</summary>
    /// <param name="run">The run.</param>
    public static StoredScenario? Alone(StoredStoresRun run) => run.Scenarios.FirstOrDefault(Bound);

    /// <summary>Whether a scenario is of one write after the other, which is what the limits bound.</summary>
    /// <param name="scenario">The scenario.</param>
    public static bool Bound(StoredScenario scenario) => scenario.Roles is [{ Workers: 1, Operation: "Write" }];

    /// <summary>The name of the limit of a design; null where none is known.</summary>
    /// <param name="analysis">The run.</param>
    /// <param name="store">The design.</param>
    /// <param name="scenario">The scenario.</param>
    public static string? Of(StoresAnalysis analysis, StoredStore store, StoredScenario scenario) =>
        store.Promise is not { } promise ? null
        : promise.SurvivesPowerCut ? Flush
        : analysis.EngineTime(store.State.Name, scenario.Name) is null ? null
        : Echo;
}
