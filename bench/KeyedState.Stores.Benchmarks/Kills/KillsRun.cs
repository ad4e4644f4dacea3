using System.CommandLine;
using System.Globalization;
using KeyedState.Benchmarks.Commands;
using KeyedState.Benchmarks.Environments;
using KeyedState.Benchmarks.Pages;
using KeyedState.Benchmarks.Suites;
using KeyedState.Results;

namespace KeyedState.Stores.Benchmarks.Kills;

/// <summary>A run of kills, from the lock on the results folder to the page.</summary>
internal static class KillsRun
{
    /// <summary>Kills, and writes.</summary>
    /// <param name="named">The engines that were named; none for all.</param>
    /// <param name="planned">How often each is killed.</param>
    /// <param name="console">Where output and errors go.</param>
    /// <returns>An <see cref="ExitCode"/>: failed where a promise was broken.</returns>
    /// <exception cref="FormatException">An engine was named that isn't killed.</exception>
    public static int Run(IReadOnlyCollection<string> named, int planned, InvocationConfiguration console)
    {
        if (StoreCatalogue.Choose(named).Intersect(StoreCatalogue.Engines).Except(StoreCatalogue.Killed).FirstOrDefault() is { } cluster && named.Count > 0)
        {
            throw new FormatException($"{cluster.Name} is a cluster, which --kills does not kill: leave it out.");
        }

        var results = new ResultsFolder(Path.Combine(RepositoryRoot.Find(), "results"));
        using var alone = ResultsLock.Take(results, $"run --suite {StoresFile.Suite} --kills");

        // To make one removes those whose owners were killed, such as the folders of engines.
        using var swept = TemporaryFolder.Create(StoresFile.Suite);
        using var interruption = new Interruption(console.Error);
        var runner = new KillsRunner(results, new ProgressWriter(console.Output, width: null, TimeProvider.System), interruption);
        StateEntry[] chosen = [.. StoreCatalogue.Choose(named).Intersect(StoreCatalogue.Killed)];
        var (run, path, notStoredBecause) = runner.Run(chosen, planned, isQuotable: named.Count == 0, KillTrial.Run);
        Summarise(run, console);
        if (notStoredBecause is not null)
        {
            console.Error.WriteLine(PlainText.OneLine($"NOT STORED: {notStoredBecause}"));
            return ExitCode.Failed;
        }

        foreach (var file in StoresPages.Write(results).Prepend(path))
        {
            console.Output.WriteLine(PlainText.OneLine(Path.GetRelativePath(Environment.CurrentDirectory, file)));
        }

        return run.Tallies.Any(tally => tally.IsBroken) ? ExitCode.Failed : ExitCode.Fine;
    }

    private static void Summarise(StoredKillsRun run, InvocationConfiguration console)
    {
        foreach (var tally in run.Tallies)
        {
            console.Output.WriteLine(PlainText.OneLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{tally.Store.State.Name}: {tally.Kills.Count} kills, {tally.Lost:#,0} of {tally.Acknowledged:#,0} acknowledged writes lost{(tally.IsPromised ? ", and it promises to lose none" : "")}.")));
        }

        foreach (var tally in run.Tallies.Where(tally => tally.IsBroken))
        {
            console.Error.WriteLine(PlainText.OneLine($"PROMISE BROKEN: {tally.Store.State.Name}{(tally.Wrong is null ? "" : $": {tally.Wrong}")}"));
        }
    }
}
