namespace KeyedState.Results;

/// <summary>Whether a run of kills that was read can be what a program found. Its pages rely on it.</summary>
internal static class KillsCheck
{
    private const int MostStates = 500;
    private const int MostKills = 100_000;
    private const int MostWriters = 1_000_000;
    private const int LongestName = 200;
    private const int LongestReason = 2_000;
    private const double LongestTime = 1e9;
    private const long MostWrites = 1L << 40;

    /// <summary>The first thing that cannot be, as a phrase; null when all is well.</summary>
    /// <param name="run">A run as it was read, in which only the types are known to be right.</param>
    public static string? FirstProblem(StoredKillsRun run) =>
        run.Schema != StoredKillsRun.CurrentSchema ? FormattableString.Invariant($"schema {run.Schema}, where this version reads {StoredKillsRun.CurrentSchema}")
        : HoldsNull(run) ? "a list holds null"
        : run.Stores.Count > MostStates || run.Absent.Count > MostStates || run.Kills.Count > MostKills || run.Source.Packages.Count > LongestName ? "a list that is overlong"
        : Names(run).Any(name => string.IsNullOrWhiteSpace(name) || name.Length > LongestName || PlainText.HasControls(name)) ? "a name that is empty, overlong or holds control characters"
        : run.Absent.Values.Concat(run.Kills.Select(kill => kill.Wrong).OfType<string>()).Any(because => because.Length > LongestReason || PlainText.HasControls(because)) ? "a reason that is overlong or holds control characters"
        : run.PlannedKills is < 0 or > MostKills || run.Writers is < 1 or > MostWriters || run.Machine.LogicalCores < 1 ? "no kills, writers or cores"
        : !FolderName.IsOne(run.Machine.Folder) ? "a machine folder that is more than lower-case letters, digits and hyphens"
        : run.Stores.DistinctBy(store => store.State.Name).Count() < run.Stores.Count ? "two states of one name"
        : run.Kills.DistinctBy(kill => (kill.State, kill.Number)).Count() < run.Kills.Count ? "two kills of a state with one number"
        : run.Kills.FirstOrDefault(kill => !IsPossible(run, kill)) is { } wrong ? FormattableString.Invariant($"kill {wrong.Number} of {wrong.State}, which can't have been made")
        : null;

    private static bool HoldsNull(StoredKillsRun run)
    {
        // The JSON reader respects nullability of members but not of what lists hold.
        IEnumerable<object?> held = [.. run.Stores, .. run.Kills, .. run.Absent.Values, .. run.Source.Packages.Values];
        return held.Contains(null);
    }

    private static IEnumerable<string> Names(StoredKillsRun run) =>
    [
        run.Machine.Processor, run.Machine.ProcessorModel, run.Machine.System, run.Machine.Architecture, run.Machine.Runtime, run.Machine.GarbageCollector,
        run.FileSystem, run.Source.Commit ?? "none",
        .. run.Stores.SelectMany(store => new[] { store.State.Name, store.State.Title, store.State.Family }),
        .. run.Stores.Select(store => store.Promise).OfType<StoredPromise>().SelectMany(promise => new[] { promise.ReachableBy, promise.Acknowledged, promise.Settings }),
        .. run.Absent.Keys, .. run.Source.Packages.SelectMany(pair => new[] { pair.Key, pair.Value }),
    ];

    private static bool IsPossible(StoredKillsRun run, StoredKill kill) =>
        run.Stores.Any(store => store.State.Name == kill.State)
        && kill.Number >= 0 && kill.Number < run.PlannedKills
        && kill.AfterMilliseconds is >= 0 and <= LongestTime
        && kill.Acknowledged is >= 0 and <= MostWrites
        && kill.Unanswered is >= 0 && kill.Unanswered <= run.Writers
        && kill.Lost >= 0 && kill.Lost <= kill.Acknowledged;
}
