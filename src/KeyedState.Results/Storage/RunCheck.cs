namespace KeyedState.Results;

/// <summary>Whether a run that was read can be what a program measured. Every reader of runs relies on it.</summary>
internal static class RunCheck
{
    private const int LongestName = 200;
    private static readonly string[] ReplyModes = ["AtOnce", "AtOnceWhenFree", "Asynchronous", "Inline"];

    /// <summary>The first thing that cannot be, as a phrase; null when all is well.</summary>
    /// <param name="run">A run as it was read, in which only the types are known to be right.</param>
    public static string? FirstProblem(StoredRun run) =>
        // The lists come first: everything after counts on them.
        OfLists(run).FirstOrDefault() ?? RunLimits.Excesses(run).FirstOrDefault() ?? OfContent(run).FirstOrDefault();

    private static IEnumerable<string> OfContent(StoredRun run) =>
        OfHead(run).Concat(OfNames(run)).Concat(OfLooks(run)).Concat(OfStates(run))
            .Concat(LaunchCheck.Problems(run))
            .Concat(OfPairs(run));

    private static IEnumerable<string> OfLists(StoredRun run)
    {
        // The JSON reader respects nullability of members but not of what lists hold.
        IEnumerable<object?> held =
        [
            .. run.Looks, .. run.States, .. run.Launches, .. run.Failures, .. run.Source.Packages.Values,
            .. run.Looks.SelectMany(look => look is null ? [] : look.Settings),
            .. run.Launches.SelectMany(launch => launch is null ? [] : launch.ThreadMasks),
        ];
        return held.Contains(null) ? ["a list holds null"] : [];
    }

    private static IEnumerable<string> OfHead(StoredRun run)
    {
        if (run.PlannedLaunches < 0)
        {
            yield return $"{run.PlannedLaunches} planned launches";
        }

        if (run.Machine.LogicalCores is < 1 or > 65_536)
        {
            yield return $"{run.Machine.LogicalCores} logical cores";
        }

        if (run.Workload is not { Readers: > 0 and <= 1_000_000, Writers: > 0 and <= 1_000_000, Keys: > 0, Values: > 0 })
        {
            yield return "a workload without readers, writers, keys or values";
        }

        if (!FolderName.IsOne(run.Suite) || !FolderName.IsOne(run.Machine.Folder))
        {
            yield return "a suite or machine folder that is more than lower-case letters, digits and hyphens";
        }
    }

    private static IEnumerable<string> OfNames(StoredRun run)
    {
        string[] names =
        [
            run.Machine.Processor, run.Machine.System, run.Machine.Architecture, run.Machine.Runtime, run.Workload.Name,
            .. run.States.SelectMany(state => new[] { state.Name, state.Title, state.Family, state.BlockingCaller }),
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
    ];

    private static IEnumerable<string> OfStates(StoredRun run) =>
    [
        .. run.States.GroupBy(state => state.Name, StringComparer.OrdinalIgnoreCase)
            .Where(group => group.Count() > 1).Select(group => $"two states named {group.Key}"),
        .. run.States.Where(state => !ReplyModes.Contains(state.Replies)).Select(state => $"{state.Name} answers in no known way"),
        .. run.States.Where(state => state.OperationsPerInvocation <= 0 || state.CheckedOperations < 0)
            .Select(state => $"{state.Name} has operations that are not positive"),
    ];

    private static IEnumerable<string> OfPairs(StoredRun run) =>
        run.Launches.GroupBy(launch => (launch.State, launch.Look, launch.Round))
            .Where(group => group.Count() > 1)
            .Select(group => $"two launches of {group.Key.State} on {group.Key.Look.Name} in round {group.Key.Round}");
}
