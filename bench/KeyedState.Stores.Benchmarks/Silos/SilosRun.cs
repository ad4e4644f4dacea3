using System.CommandLine;
using System.Globalization;
using KeyedState.Benchmarks.Commands;
using KeyedState.Benchmarks.Environments;
using KeyedState.Benchmarks.Pages;
using KeyedState.Benchmarks.Suites;
using KeyedState.Benchmarks.Suites.Stores;
using KeyedState.Results;

namespace KeyedState.Stores.Benchmarks.Silos;

/// <summary>A run of trials with silos, from the lock on the results folder to the page.</summary>
internal static class SilosRun
{
    private const int Kills = 20;
    private const int Stops = 2;

    // A machine that is busy with something else can spoil a trial: then a write has no answer in time though nothing was done yet.
    private const int Tries = 3;

    // So that a kill finds writers that are under way.
    private const int Writes = 500;

    // A cluster mostly waits until it gives up the silo that was killed, but starting one takes a core.
    private static readonly int KillsAtATime = Environment.ProcessorCount;

    private static readonly (string State, Func<ClusterCaller, IKeyedState> Make)[] Tried =
    [
        ("OrleansTwoSilos", caller => new OrleansTwoSilosState(caller)),
        ("OrleansStored", caller => new OrleansStoredState(caller)),
    ];

    /// <summary>Tries, and writes.</summary>
    /// <param name="console">Where output and errors go.</param>
    /// <returns>An <see cref="ExitCode"/>: failed where a promise was broken, or a trial could not be made.</returns>
    /// <exception cref="FormatException">This system can't stop a process.</exception>
    public static int Run(InvocationConfiguration console)
    {
        if (OperatingSystem.IsWindows())
        {
            throw new FormatException($"{SilosOption.Name} needs a system that can stop a process, which Windows can't: leave it out.");
        }

        var results = new ResultsFolder(Path.Combine(RepositoryRoot.Find(), "results"));
        using var alone = ResultsLock.Take(results, $"run --suite {StoresFile.Suite} {SilosOption.Name}");

        // To make one removes those whose owners were killed, such as the folders of engines.
        using var swept = TemporaryFolder.Create(StoresFile.Suite);
        var progress = new ProgressWriter(console.Output, width: null, TimeProvider.System);
        var run = Empty(progress);
        foreach (var (state, make) in Tried)
        {
            run = run with { Trials = [.. run.Trials, .. Try(state, make, progress)] };
        }

        var path = SilosFile.PathOf(results, run.Machine.Folder);
        SilosFile.Save(run, path);
        foreach (var file in StoresPages.Write(results).Prepend(path))
        {
            console.Output.WriteLine(PlainText.OneLine(Path.GetRelativePath(Environment.CurrentDirectory, file)));
        }

        if (run.IsPromiseBroken)
        {
            console.Error.WriteLine("PROMISE BROKEN: grains that store every write have lost acknowledged ones.");
        }

        return run.IsPromiseBroken || run.Trials.Count < Tried.Length * (Kills + Stops) ? ExitCode.Failed : ExitCode.Fine;
    }

    private static IEnumerable<StoredSiloTrial> Try(string state, Func<ClusterCaller, IKeyedState> make, ProgressWriter progress) =>
    [
        .. Enumerable.Range(0, Kills).AsParallel().WithDegreeOfParallelism(KillsAtATime).Select(_ => Try(state, make, SiloDisturbance.Killed, progress)).OfType<StoredSiloTrial>(),
        .. Enumerable.Range(0, Stops).Select(_ => Try(state, make, SiloDisturbance.Stopped, progress)).OfType<StoredSiloTrial>(),
    ];

    private static StoredSiloTrial? Try(string state, Func<ClusterCaller, IKeyedState> make, SiloDisturbance disturbance, ProgressWriter progress) =>
        Enumerable.Range(0, Tries).Select(_ => TryOnce(state, make, disturbance, progress)).FirstOrDefault(trial => trial is not null);

    private static StoredSiloTrial? TryOnce(string state, Func<ClusterCaller, IKeyedState> make, SiloDisturbance disturbance, ProgressWriter progress)
    {
        var trial = new SiloTrial(make);
        try
        {
            var outcome = (disturbance == SiloDisturbance.Killed ? trial.KillAsync(Writes) : trial.StopAsync(Writes)).GetAwaiter().GetResult();
            var verdict = outcome.Verdict;
            progress.Say(string.Create(
                CultureInfo.InvariantCulture,
                $"{state}, a silo {(disturbance == SiloDisturbance.Killed ? "killed" : "stopped")}: {verdict.Lost:#,0} of {verdict.Acknowledged:#,0} acknowledged writes lost, {verdict.StaleAnswers:#,0} stale answers, {verdict.KeysNotLinearizable} of {verdict.Keys} keys not linearizable.{(verdict.Example is null ? "" : $" {verdict.Example}")}"));
            return new(
                state, disturbance, verdict.Keys, verdict.Acknowledged, verdict.Lost, verdict.KeysLost, verdict.StaleAnswers, Seconds(verdict.LongestStale),
                verdict.KeysNotLinearizable, Seconds(outcome.AnsweredAfter), outcome.EndedAfter is { } ended ? Seconds(ended) : null);
        }
        catch (EngineFailedException failure)
        {
            progress.Say($"{state} FAILED: {failure.Message}");
            return null;
        }
    }

    private static double Seconds(TimeSpan time) => Math.Round(time.TotalSeconds, 2);

    private static StoredSilosRun Empty(ProgressWriter progress)
    {
        StateEntry[] states = [.. Tried.Select(one => StoreCatalogue.Find(one.State))];
        var (source, noCommitBecause) = SourceProbe.Read(RepositoryRoot.FindSources(), states);
        if (noCommitBecause is not null)
        {
            progress.Say($"The trials are stored without a commit: {noCommitBecause}.");
        }

        return new()
        {
            Schema = StoredSilosRun.CurrentSchema,
            Started = TimeProvider.System.GetUtcNow(),
            Machine = MachineProbe.Read(),
            Source = source,
            Stores = [.. states.Select(entry => StoresRunner.StoreOf(entry, checkedOperations: 0))],
            Trials = [],
        };
    }
}
