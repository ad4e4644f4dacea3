using System.CommandLine;
using KeyedState.Benchmarks.Environments;
using KeyedState.Benchmarks.Pages;
using KeyedState.Benchmarks.Suites;
using KeyedState.Benchmarks.Suites.Compound;
using KeyedState.Reports;
using KeyedState.Results;

namespace KeyedState.Benchmarks.Commands;

/// <summary><c>run --suite compound</c>: measures operations that take more than one step, and writes their report.</summary>
internal static class CompoundRun
{
    /// <summary>The suite's name.</summary>
    public const string Name = "compound";

    /// <summary>Measures and writes.</summary>
    /// <param name="states">The states, with the limits that they are held against.</param>
    /// <param name="progress">Who is told how far it is.</param>
    /// <param name="console">Where output and errors go.</param>
    /// <param name="choice">Which states were asked for.</param>
    public static int Run(IReadOnlyList<StateEntry> states, CompoundChoice choice, ProgressWriter progress, InvocationConfiguration console)
    {
        var repository = RepositoryRoot.Find();
        var results = new ResultsFolder(Path.Combine(repository, "results"));
        using var alone = ResultsLock.Take(results, $"run --suite {Name}");
        using var interruption = new Interruption(console.Error);
        var runner = new CompoundRunner(repository, choice, progress, interruption);
        var (run, path) = runner.Run(states, TimeProvider.System.GetUtcNow());
        if (runner.NotStoredBecause is { } reason)
        {
            console.Error.WriteLine(PlainText.OneLine($"NOT STORED: {reason}"));
            return ExitCode.Failed;
        }

        foreach (var page in Pages(results, run).Prepend(path))
        {
            console.Output.WriteLine(PlainText.OneLine(Path.GetRelativePath(Environment.CurrentDirectory, page)));
        }

        return run is { Failures.Count: 0, IsPartial: false } ? ExitCode.Fine : ExitCode.Failed;
    }

    private static IEnumerable<string> Pages(ResultsFolder results, StoredCompoundRun run)
    {
        if (run.Quotable)
        {
            return CompoundPages.Write(results);
        }

        var page = CompoundFolder.Of(results, run.Machine).SelectionPath(run.Distance);
        WholeFile.Write(page, CompoundReport.Render(new CompoundAnalysis(run)));
        return [page];
    }
}
