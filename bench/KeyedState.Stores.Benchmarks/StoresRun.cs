using System.CommandLine;
using KeyedState.Benchmarks.Commands;
using KeyedState.Benchmarks.Environments;
using KeyedState.Benchmarks.Pages;
using KeyedState.Benchmarks.Suites;
using KeyedState.Results;

namespace KeyedState.Stores.Benchmarks;

/// <summary>A run of the suite, from the lock on the results folder to the page.</summary>
internal static class StoresRun
{
    /// <summary>Measures and writes.</summary>
    /// <param name="named">The engines that were named; none for all.</param>
    /// <param name="redis">A Redis server that exists, as host and port with a colon between them; null for one that is started.</param>
    /// <param name="postgres">A PostgreSQL server that exists, as a connection string of Npgsql; null for one that is started.</param>
    /// <param name="console">Where output and errors go.</param>
    /// <returns>An <see cref="ExitCode"/>.</returns>
    /// <exception cref="EngineFailedException">A server that exists can't be reached, or its database isn't empty.</exception>
    public static int Run(IReadOnlyCollection<string> named, string? redis, string? postgres, InvocationConfiguration console)
    {
        if (redis is not null)
        {
            OutsideRedis.Take(redis);
        }

        if (postgres is not null)
        {
            OutsidePostgres.Take(postgres);
        }

        var repository = RepositoryRoot.Find();
        var results = new ResultsFolder(Path.Combine(repository, "results"));
        using var alone = ResultsLock.Take(results, $"run --suite {StoresFile.Suite}");

        // To make one removes those whose owners were killed, such as the folders of engines.
        using var swept = TemporaryFolder.Create(StoresFile.Suite);
        using var interruption = new Interruption(console.Error);
        var progress = new ProgressWriter(console.Output, width: null, TimeProvider.System);
        var runner = new StoresRunner(repository, StoresProtocol.Usual, progress, interruption);
        var (run, path) = runner.Run(StoreCatalogue.Choose(named), isQuotable: named.Count == 0 && redis is null && postgres is null, TimeProvider.System.GetUtcNow());
        if (runner.NotStoredBecause is { } reason)
        {
            console.Error.WriteLine(PlainText.OneLine($"NOT STORED: {reason}"));
            return ExitCode.Failed;
        }

        foreach (var file in Pages(results, run).Prepend(path))
        {
            console.Output.WriteLine(PlainText.OneLine(Path.GetRelativePath(Environment.CurrentDirectory, file)));
        }

        return run is { Failures.Count: 0, IsPartial: false } ? ExitCode.Fine : ExitCode.Failed;
    }

    private static IReadOnlyList<string> Pages(ResultsFolder results, StoredStoresRun run) => run.Quotable
        ? StoresPages.Write(results)
        : [StoresPages.Write(run, SuiteFolder.Of(results, run.Machine, StoresFile.Suite).SelectionPath(run.Distance), KillsFile.Newest(results, run.Machine.Folder), SilosFile.Find(results, run.Machine.Folder))];
}
