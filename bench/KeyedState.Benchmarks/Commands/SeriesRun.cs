using System.CommandLine;
using KeyedState.Benchmarks.Environments;
using KeyedState.Benchmarks.Pages;
using KeyedState.Benchmarks.Suites;
using KeyedState.Benchmarks.Suites.Series;
using KeyedState.Results;

namespace KeyedState.Benchmarks.Commands;

/// <summary><c>run</c> with a suite whose processes measure scenario after scenario: measures, and writes the report.</summary>
internal static class SeriesRun
{
    /// <summary>Measures and writes.</summary>
    /// <param name="suite">The suite.</param>
    /// <param name="states">The states, with the limits that they are held against.</param>
    /// <param name="choice">Which states were asked for.</param>
    /// <param name="progress">Who is told how far it is.</param>
    /// <param name="console">Where output and errors go.</param>
    public static int Run(SeriesSuite suite, IReadOnlyList<StateEntry> states, StateChoice choice, ProgressWriter progress, InvocationConfiguration console)
    {
        var repository = RepositoryRoot.Find();
        var results = new ResultsFolder(Path.Combine(repository, "results"));
        using var alone = ResultsLock.Take(results, $"run --suite {suite.Name}");
        using var interruption = new Interruption(console.Error);
        var runner = new SeriesRunner(suite, repository, choice, progress, interruption);
        var (run, path) = runner.Run(states, TimeProvider.System.GetUtcNow());
        if (runner.NotStoredBecause is { } reason)
        {
            console.Error.WriteLine(PlainText.OneLine($"NOT STORED: {reason}"));
            return ExitCode.Failed;
        }

        // The page of some named states takes the place of no other.
        foreach (var page in (run.Quotable ? SeriesPages.Write(results, suite.Name) : SeriesPages.WriteSelection(results, run)).Prepend(path))
        {
            console.Output.WriteLine(PlainText.OneLine(Path.GetRelativePath(Environment.CurrentDirectory, page)));
        }

        return run is { Failures.Count: 0, IsPartial: false } ? ExitCode.Fine : ExitCode.Failed;
    }
}
