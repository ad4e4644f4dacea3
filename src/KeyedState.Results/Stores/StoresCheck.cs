namespace KeyedState.Results;

/// <summary>Whether a stores run that was read can be what a program measured. Its pages rely on it.</summary>
internal static class StoresCheck
{
    private const int MostStates = 500;
    private const int MostLaunches = 5_000;
    private const int MostScenarios = 100;
    private const int MostRoles = 20;
    private const int MostPoints = 100;
    private const int MostFailures = 2_000;
    private const int MostWorkers = 1_000_000;
    private const int LongestName = 200;
    private const int LongestReason = 2_000;
    private const double LongestTime = 1e9;

    /// <summary>The first thing that cannot be, as a phrase; null when all is well.</summary>
    /// <param name="run">A run as it was read, in which only the types are known to be right.</param>
    public static string? FirstProblem(StoredStoresRun run) =>
        run.Schema != StoredStoresRun.CurrentSchema ? FormattableString.Invariant($"schema {run.Schema}, where this version reads {StoredStoresRun.CurrentSchema}")
        : HoldsNull(run) ? "a list holds null"
        : HasExcess(run) ? "a list that is empty or overlong"
        : Names(run).Any(name => string.IsNullOrWhiteSpace(name) || name.Length > LongestName || PlainText.HasControls(name)) ? "a name that is empty, overlong or holds control characters"
        : run.Absent.Values.Any(because => because.Length > LongestReason) || run.Failures.Any(failure => failure.Error.Length > StoredFailure.LongestError) ? "an endless reason"
        : run.PlannedRounds < 0 || run.Machine.LogicalCores < 1 ? "no rounds or no cores"
        : !FolderName.IsOne(run.Machine.Folder) ? "a machine folder that is more than lower-case letters, digits and hyphens"
        : run.Scenarios.SelectMany(scenario => scenario.Roles).Any(role => role.Workers is < 1 or > MostWorkers) ? "a role without workers"
        : run.Scenarios.DistinctBy(scenario => scenario.Name).Count() < run.Scenarios.Count ? "two scenarios of one name"
        : run.Protocol is not { WindowMilliseconds: > 0 and <= LongestTime, RehearsalMilliseconds: >= 0 and <= LongestTime, LeadMilliseconds: >= 0 and <= LongestTime, RunMicroseconds: >= 0 and <= LongestTime } ? "an impossible protocol"
        : run.Protocol.Arrivals is { } arrivals && !IsPossible(run, arrivals) ? "a load that is not possible"
        : run.Stores.DistinctBy(store => store.State.Name).Count() < run.Stores.Count ? "two states of one name"
        : run.Launches.DistinctBy(launch => (launch.State, launch.Round)).Count() < run.Launches.Count ? "two launches of a state in one round"
        : CardCheck.Problems(run.Cards).FirstOrDefault() is { } card ? card
        : run.Launches.FirstOrDefault(launch => !IsPossible(run, launch)) is { } wrong ? FormattableString.Invariant($"a launch of {wrong.State} in round {wrong.Round} that can't have been measured")
        : null;

    private static bool HoldsNull(StoredStoresRun run)
    {
        // The JSON reader respects nullability of members but not of what lists hold.
        IEnumerable<object?> held =
        [
            .. run.Scenarios, .. run.Stores, .. run.Launches, .. run.Failures, .. run.Absent.Values, .. run.Source.Packages.Values, .. run.Placement.RuntimeSettings.Values,
            .. run.Scenarios.SelectMany(scenario => scenario?.Roles ?? []),
            .. run.Launches.SelectMany(launch => launch?.Loops ?? []),
            .. run.Launches.SelectMany(launch => launch?.Points ?? []),
            .. run.Launches.SelectMany(launch => launch?.Tool ?? []),
            .. run.Launches.SelectMany(launch => launch?.Loops ?? []).SelectMany(loop => loop?.Closed.Roles ?? []),
            .. new[] { run.Cards.Before, run.Cards.After }.OfType<StoredCard>().SelectMany(card => card.Paces.Cast<object?>().Concat(card.Kinds).Concat(card.Siblings ?? [])),
        ];
        return held.Contains(null);
    }

    private static bool HasExcess(StoredStoresRun run) =>
        run.Scenarios.Count is 0 or > MostScenarios || run.Scenarios.Any(scenario => scenario.Roles.Count is 0 or > MostRoles)
        || run.Stores.Count > MostStates || run.Absent.Count > MostStates || run.Launches.Count > MostLaunches || run.Failures.Count > MostFailures
        || run.Source.Packages.Count > LongestName || run.Placement.RuntimeSettings.Count > LongestName;

    private static IEnumerable<string> Names(StoredStoresRun run) =>
    [
        run.Machine.Processor, run.Machine.ProcessorModel, run.Machine.System, run.Machine.Architecture, run.Machine.Runtime, run.Machine.GarbageCollector,
        run.FileSystem, run.Source.Commit ?? "none",
        .. run.Scenarios.Select(scenario => scenario.Name),
        .. run.Scenarios.SelectMany(scenario => scenario.Roles).SelectMany(role => new[] { role.Name, role.Operation }),
        .. run.Stores.SelectMany(store => new[] { store.State.Name, store.State.Title, store.State.Family }),
        .. run.Stores.Select(store => store.Promise).OfType<StoredPromise>().SelectMany(promise => new[] { promise.ReachableBy, promise.Acknowledged, promise.Settings }),
        .. run.Absent.Keys, .. run.Failures.Select(failure => failure.State),
        .. run.Source.Packages.Concat(run.Placement.RuntimeSettings).SelectMany(pair => new[] { pair.Key, pair.Value }),
    ];

    private static bool IsPossible(StoredStoresRun run, StoredStoreLaunch launch) =>
        run.Stores.Any(store => store.State.Name == launch.State)
        && launch.Round >= 0
        && launch.Loops.DistinctBy(loop => loop.Scenario).Count() == launch.Loops.Count
        && launch.Loops.All(loop => loop.IsPossible
            && run.Scenarios.FirstOrDefault(scenario => scenario.Name == loop.Scenario) is { } scenario
            && scenario.Roles.Count == loop.Closed.Roles.Count)
        && launch.Points is not { Count: 0 or > MostPoints }
        && (launch.Points ?? []).DistinctBy(point => (point.Callers, point.Depth)).Count() == (launch.Points?.Count ?? 0)
        && (launch.Points ?? []).All(point => point.IsPossible)
        && launch.Tool is not { Count: 0 or > MostPoints }
        && (launch.Tool ?? []).DistinctBy(rate => (rate.Connections, rate.Pipeline)).Count() == (launch.Tool?.Count ?? 0)
        && (launch.Tool ?? []).All(rate => rate.IsPossible)
        && (launch.Open is null || IsPossible(run, launch.Open));

    private static bool IsPossible(StoredStoresRun run, StoredArrivals arrivals) =>
        run.Scenarios.Any(scenario => scenario.Name == arrivals.Scenario)
        && arrivals is { Rate: > 0 and <= StoredOpenLoop.HighestRate, LeadMilliseconds: >= 0 and <= LongestTime, WindowMilliseconds: > 0 and <= LongestTime };

    private static bool IsPossible(StoredStoresRun run, StoredOpenLoop open) =>
        open.IsPossible
        && run.Protocol.Arrivals is { } arrivals
        && open.Share is null
        && open.Rate.Equals(arrivals.Rate)
        && (open.Response is null || open.Response.Count == run.Scenarios.First(scenario => scenario.Name == arrivals.Scenario).Roles.Count);
}
