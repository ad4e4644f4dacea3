namespace KeyedState.Results;

/// <summary>Whether a run of trials with silos that was read can be what a program found. Its page relies on it.</summary>
internal static class SilosCheck
{
    private const int MostStates = 500;
    private const int MostTrials = 10_000;
    private const int MostKeys = 1_000_000;
    private const int LongestName = 200;
    private const double LongestTime = 1e6;
    private const long MostWrites = 1L << 40;

    /// <summary>The first thing that cannot be, as a phrase; null when all is well.</summary>
    /// <param name="run">A run as it was read, in which only the types are known to be right.</param>
    public static string? FirstProblem(StoredSilosRun run) =>
        run.Schema != StoredSilosRun.CurrentSchema ? FormattableString.Invariant($"schema {run.Schema}, where this version reads {StoredSilosRun.CurrentSchema}")
        : HoldsNull(run) ? "a list holds null"
        : run.Stores.Count > MostStates || run.Trials.Count > MostTrials || run.Source.Packages.Count > LongestName ? "a list that is overlong"
        : Names(run).Any(name => string.IsNullOrWhiteSpace(name) || name.Length > LongestName || PlainText.HasControls(name)) ? "a name that is empty, overlong or holds control characters"
        : run.Machine.LogicalCores < 1 ? "no cores"
        : !FolderName.IsOne(run.Machine.Folder) ? "a machine folder that is more than lower-case letters, digits and hyphens"
        : run.Stores.DistinctBy(store => store.State.Name).Count() < run.Stores.Count ? "two states of one name"
        : run.Trials.FirstOrDefault(trial => !IsPossible(run, trial)) is { } wrong ? $"a trial of {wrong.State} that can't have been made"
        : null;

    private static bool HoldsNull(StoredSilosRun run)
    {
        // The JSON reader respects nullability of members but not of what lists hold.
        IEnumerable<object?> held = [.. run.Stores, .. run.Trials, .. run.Source.Packages.Values];
        return held.Contains(null);
    }

    private static IEnumerable<string> Names(StoredSilosRun run) =>
    [
        run.Machine.Processor, run.Machine.ProcessorModel, run.Machine.System, run.Machine.Architecture, run.Machine.Runtime, run.Machine.GarbageCollector,
        run.Source.Commit ?? "none",
        .. run.Stores.SelectMany(store => new[] { store.State.Name, store.State.Title, store.State.Family }),
        .. run.Stores.Select(store => store.Promise).OfType<StoredPromise>().SelectMany(promise => new[] { promise.ReachableBy, promise.Acknowledged, promise.Settings }),
        .. run.Source.Packages.SelectMany(pair => new[] { pair.Key, pair.Value }),
    ];

    private static bool IsPossible(StoredSilosRun run, StoredSiloTrial trial) =>
        run.Stores.Any(store => store.State.Name == trial.State)
        && trial.Keys is >= 1 and <= MostKeys
        && trial.Acknowledged is >= 0 and <= MostWrites
        && trial.Lost >= 0 && trial.Lost <= trial.Acknowledged
        && trial.KeysLost >= 0 && trial.KeysLost <= Math.Min(trial.Keys, trial.Lost)
        && trial.StaleAnswers is >= 0 and <= MostWrites
        && trial.KeysNotLinearizable >= 0 && trial.KeysNotLinearizable <= trial.Keys
        && trial.LongestStaleSeconds is >= 0 and <= LongestTime
        && trial.AnsweredAfterSeconds is >= 0 and <= LongestTime
        && trial.EndedAfterSeconds is null or (>= 0 and <= LongestTime);
}
