using System.Globalization;
using KeyedState.Benchmarks.Environments;
using KeyedState.Benchmarks.Suites;
using KeyedState.Results;
using KeyedState.Verification;

namespace KeyedState.Stores.Benchmarks.Kills;

/// <summary>Kills states' engines, one state after the other and round after round, and stores each verdict.</summary>
/// <param name="results">The results folder.</param>
/// <param name="progress">Who is told how far it is.</param>
/// <param name="interruption">Who may break it off.</param>
internal sealed class KillsRunner(ResultsFolder results, ProgressWriter progress, Interruption interruption)
{
    private const int LongestWrong = 1_000;

    // From the first answers of all, when the writers are under way, to where an engine has flushed or written its file several times.
    private const double EarliestMilliseconds = 20;
    private const double LatestMilliseconds = 1_500;

    /// <summary>Kills.</summary>
    /// <param name="chosen">The states; who is missing on this machine is left out.</param>
    /// <param name="planned">How often each.</param>
    /// <param name="isQuotable">Whether these are all.</param>
    /// <param name="trial">Kills a state once, so long after its writers were under way.</param>
    /// <returns>The run, where it is stored, and why it is not on disk, in one line; null when it is.</returns>
    public (StoredKillsRun Run, string Path, string? NotStoredBecause) Run(
        IReadOnlyList<StateEntry> chosen, int planned, bool isQuotable, Func<StateEntry, TimeSpan, SurvivalVerdict> trial)
    {
        var absent = StoresRunner.Absent(chosen, progress);
        StateEntry[] states = [.. chosen.Where(entry => !absent.ContainsKey(entry.Name))];
        var run = Empty(states, absent, planned, isQuotable);
        var path = KillsFile.PathOf(results, run.Machine.Folder, run.Started);
        var store = new RunStore<StoredKillsRun>(stored => interruption.Store(() => KillsFile.Save(stored, path)), progress);
        store.Put(run);
        interruption.Follow(path);
        progress.Say(string.Create(CultureInfo.InvariantCulture, $"{states.Length} states are killed {planned} times each, at random moments and in random order (seed {run.Seed})."));
        var random = new Random(run.Seed);
        for (var number = 0; number < planned; number++)
        {
            random.Shuffle(states);
            foreach (var entry in states)
            {
                interruption.Pass();
                var kill = Kill(entry, number, EarliestMilliseconds + (random.NextDouble() * (LatestMilliseconds - EarliestMilliseconds)), trial);
                progress.Say(string.Create(
                    CultureInfo.InvariantCulture, $"[kill {number + 1} of {planned}] {entry.Name}: {kill.Lost:#,0} of {kill.Acknowledged:#,0} acknowledged writes lost{(kill.Wrong is null ? "." : $". WRONG: {kill.Wrong}")}"));
                run = run with { Kills = [.. run.Kills, kill] };
                store.Put(run);
            }
        }

        return (run, path, store.NotStoredBecause);
    }

    private static StoredKill Kill(StateEntry entry, int number, double milliseconds, Func<StateEntry, TimeSpan, SurvivalVerdict> trial)
    {
        var after = Math.Round(milliseconds, 1);
        var verdict = trial(entry, TimeSpan.FromMilliseconds(after));
        return new(
            entry.Name, number, after, verdict.Acknowledged, verdict.Unanswered, verdict.Lost,
            verdict.Wrong is { } wrong ? PlainText.OneLine(wrong, LongestWrong) : null);
    }

    private StoredKillsRun Empty(StateEntry[] states, SortedDictionary<string, string> absent, int planned, bool isQuotable)
    {
        var (source, noCommitBecause) = SourceProbe.Read(RepositoryRoot.FindSources(), states);
        if (noCommitBecause is not null)
        {
            progress.Say($"The run is stored without a commit: {noCommitBecause}.");
        }

        return new()
        {
            Schema = StoredKillsRun.CurrentSchema,
            Started = TimeProvider.System.GetUtcNow(),
            Seed = Random.Shared.Next(),
            Quotable = isQuotable,
            PlannedKills = planned,
            Writers = KillLoad.Writers,
            Machine = MachineProbe.Read(),
            Source = source with { Packages = StoresRunner.WithClient(source.Packages) },
            FileSystem = StoresRunner.FileSystem(),
            Stores = [.. StoreCatalogue.Engines.Where(states.Contains).Select(entry => StoresRunner.StoreOf(entry, checkedOperations: 0))],
            Absent = absent,
            Kills = [],
        };
    }
}
