namespace KeyedState.Results;

/// <summary>Whether a latency run that was read can be what a program measured.</summary>
internal static class LatencyCheck
{
    private const int MostStates = 500;
    private const int MostLaunches = 5_000;
    private const int MostLoads = 50;
    private const int MostRoles = 20;
    private const int MostFailures = 2_000;
    private const int MostWorkers = 1_000_000;
    private const int LongestName = 200;
    private const double LongestTime = 1e9;

    /// <summary>The first thing that cannot be, as a phrase; null when all is well.</summary>
    /// <param name="run">A run as it was read, in which only the types are known to be right.</param>
    public static string? FirstProblem(StoredLatencyRun run) =>
        run.Schema != StoredLatencyRun.CurrentSchema ? FormattableString.Invariant($"schema {run.Schema}, where this version reads {StoredLatencyRun.CurrentSchema}")
        : HoldsNull(run) ? "a list holds null"
        : Excess(run) is { } excess ? excess
        : Names(run).Any(name => string.IsNullOrWhiteSpace(name) || name.Length > LongestName || PlainText.HasControls(name)) ? "a name that is empty, overlong or holds control characters"
        : run.Failures.Any(failure => failure.Error.Length > StoredFailure.LongestError) ? "an endless error"
        : run.Go?.AbsentBecause is { Length: > StoredFailure.LongestError } ? "an endless reason for which Go was not measured"
        : run.PlannedRounds < 0 || run.Machine.LogicalCores < 1 ? "no rounds or no cores"
        : !FolderName.IsOne(run.Machine.Folder) ? "a machine folder that is more than lower-case letters, digits and hyphens"
        : run.Scenario.Roles.Any(role => role.Workers is < 1 or > MostWorkers) ? "a role without workers"
        : !IsPossible(run.Protocol) ? "loads that are not possible"
        : run.States.DistinctBy(state => state.Name).Count() < run.States.Count ? "two states of one name"
        : run.Launches.DistinctBy(launch => (launch.State, launch.Round)).Count() < run.Launches.Count ? "two launches of a state in one round"
        : CardCheck.Problems(run.Cards).FirstOrDefault() is { } card ? card
        : run.Launches.FirstOrDefault(launch => !IsPossible(run, launch)) is { } wrong ? FormattableString.Invariant($"a launch of {wrong.State} in round {wrong.Round} that can't have been measured")
        : run.Go is { IsPossible: false } ? "launches of Go that can't have been made"
        : null;

    private static bool HoldsNull(StoredLatencyRun run)
    {
        IEnumerable<object?> held =
        [
            .. run.States, .. run.Launches, .. run.Go?.Launches ?? [], .. run.Failures, .. run.Scenario.Roles, .. run.Source.Packages.Values, .. run.Placement.RuntimeSettings.Values,
            .. run.Launches.SelectMany(launch => launch is null ? [] : launch.Open.Cast<object?>().Concat(launch.Closed.Roles).Concat(launch.Open.SelectMany(open => open?.Response ?? []))),
            .. new[] { run.Cards.Before, run.Cards.After }.OfType<StoredCard>().SelectMany(card => card.Paces.Cast<object?>().Concat(card.Kinds).Concat(card.Siblings ?? [])),
        ];
        return held.Contains(null);
    }

    private static string? Excess(StoredLatencyRun run) =>
        run.States.Count > MostStates || run.Launches.Count > MostLaunches || run.Go?.Launches.Count > MostLaunches || run.Failures.Count > MostFailures ? "too many states, launches or failures"
        : run.Scenario.Roles.Count is 0 or > MostRoles ? "no roles, or too many"
        : run.Protocol.Rates.Count + run.Protocol.Shares.Count > MostLoads || run.Launches.Any(launch => launch.Open.Count > MostLoads) ? "too many loads"
        : run.Source.Packages.Count > LongestName || run.Placement.RuntimeSettings.Count > LongestName ? "too many packages or settings"
        : null;

    private static IEnumerable<string> Names(StoredLatencyRun run) =>
    [
        run.Machine.Processor, run.Machine.ProcessorModel, run.Machine.System, run.Machine.Architecture, run.Machine.Runtime, run.Machine.GarbageCollector,
        run.Scenario.Name,
        .. run.Scenario.Roles.SelectMany(role => new[] { role.Name, role.Operation }),
        .. run.States.SelectMany(state => new[] { state.Name, state.Title, state.Family }),
        .. run.Failures.Select(failure => failure.State),
        .. run.Source.Packages.SelectMany(package => new[] { package.Key, package.Value }),
        .. run.Placement.RuntimeSettings.SelectMany(setting => new[] { setting.Key, setting.Value }),
        run.Source.Commit ?? "none", run.Go?.Version ?? "none",
    ];

    private static bool IsPossible(StoredLatencyProtocol protocol) =>
        protocol.Rates.All(IsRate) && Rises(protocol.Rates)
        && protocol.Shares.All(share => share is > 0 and <= StoredOpenLoop.MostShare) && Rises(protocol.Shares)
        && (protocol.DriverLimit is null || IsRate(protocol.DriverLimit.Value))
        && new[] { protocol.ClosedMilliseconds, protocol.OpenMilliseconds }.All(length => length is > 0 and <= LongestTime)
        && protocol.LeadMilliseconds is >= 0 and <= LongestTime
        && protocol.RunMicroseconds is >= 0 and <= LongestTime;

    private static bool IsPossible(StoredLatencyRun run, StoredLatencyLaunch launch) =>
        run.States.Any(state => state.Name == launch.State)
        && launch.Round >= 0
        && launch.Capacity is >= 0 and <= StoredOpenLoop.HighestRate
        && launch.Closed.IsPossible
        && launch.Paced is null or { IsPossible: true }
        && launch.Closed.Roles.Count == run.Scenario.Roles.Count
        && launch.Open.All(open => open.IsPossible && IsPlanned(run, open))
        && launch.Open.DistinctBy(open => (open.Share, open.Share is null ? open.Rate : 0)).Count() == launch.Open.Count;

    private static bool IsPlanned(StoredLatencyRun run, StoredOpenLoop open) =>
        (open.Share is { } share ? run.Protocol.Shares.Contains(share) : run.Protocol.Rates.Contains(open.Rate))
        && (open.Response is null || open.Response.Count == run.Scenario.Roles.Count);

    private static bool IsRate(double rate) => rate is > 0 and <= StoredOpenLoop.HighestRate;

    private static bool Rises(IReadOnlyList<double> values) => values.Zip(values.Skip(1), (one, next) => one < next).All(rises => rises);
}
