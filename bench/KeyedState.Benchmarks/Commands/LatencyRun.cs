using System.CommandLine;
using KeyedState.Benchmarks.Environments;
using KeyedState.Benchmarks.Pages;
using KeyedState.Benchmarks.Suites;
using KeyedState.Benchmarks.Suites.Latency;
using KeyedState.Results;

namespace KeyedState.Benchmarks.Commands;

/// <summary><c>run --suite latency</c>: measures how long callers wait, and writes its report.</summary>
internal static class LatencyRun
{
    /// <summary>The suite's name.</summary>
    public const string Name = LatencyFile.Suite;

    /// <summary>Measures and writes.</summary>
    /// <param name="states">The states, with the limits that they are held against.</param>
    /// <param name="progress">Who is told how far it is.</param>
    /// <param name="console">Where output and errors go.</param>
    /// <param name="choice">Which states were asked for.</param>
    public static int Run(IReadOnlyList<StateEntry> states, StateChoice choice, ProgressWriter progress, InvocationConfiguration console)
    {
        var repository = RepositoryRoot.Find();
        var results = new ResultsFolder(Path.Combine(repository, "results"));
        using var alone = ResultsLock.Take(results, $"run --suite {Name}");
        using var interruption = new Interruption(console.Error);
        var runner = new LatencyRunner(repository, choice, LatencyProtocol.Usual, progress, interruption);
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

    private static IReadOnlyList<string> Pages(ResultsFolder results, StoredLatencyRun run) => run.Quotable
        ? LatencyPages.Write(results)
        : LatencyPages.Write(run, SuiteFolder.Of(results, run.Machine, Name).SelectionPath(run.Distance));
}
