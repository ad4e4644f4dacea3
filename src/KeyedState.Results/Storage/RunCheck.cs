namespace KeyedState.Results;

/// <summary>Whether a run that was read can be what a program measured. Every reader of runs relies on it.</summary>
internal static class RunCheck
{
    private const int LongestName = 200;
    private const int MostCores = 65_536;

    /// <summary>The first thing that cannot be, as a phrase; null when all is well.</summary>
    /// <param name="run">A run as it was read, in which only the types are known to be right.</param>
    public static string? FirstProblem(StoredRun run) =>
        // The lists come first: everything after counts on them.
        OfLists(run).FirstOrDefault() ?? RunLimits.Excesses(run).FirstOrDefault() ?? OfContent(run).FirstOrDefault();

    private static IEnumerable<string> OfContent(StoredRun run) =>
        OfHead(run).Concat(OfScenario(run)).Concat(OfNames(run)).Concat(OfLooks(run)).Concat(OfStates(run))
            .Concat(CardCheck.Problems(run))
            .Concat(LaunchCheck.Problems(run))
            .Concat(OfPairs(run));

    private static IEnumerable<string> OfLists(StoredRun run)
    {
        // The JSON reader respects nullability of members but not of what lists hold.
        IEnumerable<object?> held =
        [
            .. run.Looks, .. run.States, .. run.Launches, .. run.Failures, .. run.Source.Packages.Values,
            .. run.Scenario.Roles, .. run.Metrics,
            .. CardCheck.Cards(run).SelectMany(card => card.Paces.Cast<object?>().Concat(card.Kinds).Concat(card.Siblings ?? [])),
            .. run.Looks.SelectMany(look => look is null ? [] : look.Placement.RuntimeSettings.Values),
            .. run.Launches.SelectMany(launch => launch is null ? [] : launch.Note.ThreadMasks),
            .. run.Launches.SelectMany(launch => launch is null ? [] : launch.Note.Observations),
        ];
        return held.Contains(null) ? ["a list holds null"] : [];
    }

    private static IEnumerable<string> OfHead(StoredRun run)
    {
        if (run.LeftOutForPace < 0)
        {
            yield return $"{run.LeftOutForPace} launches left out";
        }

        if (run.LeftOutForTime < 0)
        {
            yield return $"{run.LeftOutForTime} launches left out";
        }

        if (run.PlannedLaunches < 0)
        {
            yield return $"{run.PlannedLaunches} planned launches";
        }

        if (run.Machine.LogicalCores is < 1 or > MostCores)
        {
            yield return $"{run.Machine.LogicalCores} logical cores";
        }

        if (!IsDuration(run.PlannedSeconds) || !IsDuration(run.BudgetSeconds))
        {
            yield return "a planned time that is negative or not possible";
        }

        if (run.HarnessScaling is { } harness && !harness.OneCore.Concat(harness.AllCores).All(rate => rate is > 0 and <= 1e15))
        {
            yield return "a harness that is not possible";
        }

        if (!FolderName.IsOne(run.Suite) || !FolderName.IsOne(run.Machine.Folder))
        {
            yield return "a suite or machine folder that is more than lower-case letters, digits and hyphens";
        }
    }

    private static IEnumerable<string> OfScenario(StoredRun run)
    {
        var scenario = run.Scenario;
        if (scenario is not { Keys: > 0, DistinctKeys: > 0, Values: > 0 } || scenario.DistinctKeys > scenario.Keys)
        {
            yield return "a scenario without keys or values";
        }

        if (scenario.Roles.Count == 0 || scenario.Roles.Any(role => role.Workers is < 1 or > 1_000_000)
            || scenario.Roles.DistinctBy(role => role.Name).Count() < scenario.Roles.Count)
        {
            yield return "a scenario without workers, or two roles of one name";
        }

        if (run.Metrics.DistinctBy(metric => metric.Name).Count() < run.Metrics.Count || run.Metrics.Except(StoredMetric.AllOf(scenario)).Any())
        {
            yield return "a metric that is listed twice or that this version does not know";
        }
    }

    private static bool IsDuration(double seconds) => seconds is >= 0 and <= 864_000;

    private static IEnumerable<string> OfNames(StoredRun run)
    {
        string[] names =
        [
            run.Machine.Processor, run.Machine.System, run.Machine.Architecture, run.Machine.Runtime, run.Scenario.Name,
            .. run.Scenario.Roles.SelectMany(role => new[] { role.Name, role.Operation }),
            .. run.Looks.SelectMany(look => look.Placement.RuntimeSettings.Keys.Append(look.Protocol.Name)),
            .. run.States.SelectMany(state => new[] { state.Name, state.Title, state.Family, state.OwnTable ?? "none", state.DependsBecause ?? "none" }),
            .. run.Source.Packages.Keys,
        ];
        return names
            .Where(name => string.IsNullOrWhiteSpace(name) || name.Length > LongestName || PlainText.HasControls(name))
            .Select(_ => "a name that is empty, overlong or holds control characters");
    }

    private static IEnumerable<string> OfLooks(StoredRun run) =>
    [
        .. run.Looks.GroupBy(look => look.Look).Where(group => group.Count() > 1).Select(group => $"two looks named {group.Key.Name}"),
        .. run.Looks.Where(look => look.Launches < 0).Select(look => $"{look.Launches} launches on {look.Look.Name}"),
        .. run.Looks.Where(look => look.Core is < 0 or >= MostCores).Select(look => $"the core {look.Core} on {look.Look.Name}"),
        .. run.Looks.Where(look => !IsPossible(look.Protocol))
            .Select(look => $"a protocol on {look.Look.Name} that is not possible"),
    ];

    private static bool IsPossible(StoredProtocol protocol) =>
        protocol.Iterations > 0
        && (protocol.WindowMilliseconds, protocol.RunMicroseconds) is (null, null) or ( > 0 and <= 864e6, >= 0 and <= 864e9);

    private static IEnumerable<string> OfStates(StoredRun run) =>
    [
        .. run.States.GroupBy(state => state.Name, StringComparer.OrdinalIgnoreCase)
            .Where(group => group.Count() > 1).Select(group => $"two states named {group.Key}"),
        .. run.States.Where(state => !Promise.ReplyModes.Contains(state.Replies)).Select(state => $"{state.Name} answers in no known way"),
        .. run.States.Where(state => !Promise.Effects.Contains(state.BlockingCaller)).Select(state => $"{state.Name} has callers that block with no known effect"),
        .. run.States.Where(state => state.CheckedOperations < 0)
            .Select(state => $"{state.Name} has checked operations that are negative"),
        .. run.States.Where(state => state.DependsBecause is not null && !state.DependsOnAlternation)
            .Select(state => $"{state.Name} says why it depends on alternation, and that it does not"),
    ];

    private static IEnumerable<string> OfPairs(StoredRun run) =>
        run.Launches.GroupBy(launch => (launch.State, launch.Look, launch.Round))
            .Where(group => group.Count() > 1)
            .Select(group => $"two launches of {group.Key.State} on {group.Key.Look.Name} in round {group.Key.Round}");
}
