using System.CommandLine;
using KeyedState.Benchmarks.Environments;
using KeyedState.Benchmarks.Pages;
using KeyedState.Benchmarks.Suites;
using KeyedState.Benchmarks.Suites.Compound;
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
    public static int Run(IReadOnlyList<StateEntry> states, ProgressWriter progress, InvocationConfiguration console)
    {
        var repository = RepositoryRoot.Find();
        var results = new ResultsFolder(Path.Combine(repository, "results"));
        using var alone = ResultsLock.Take(results, $"run --suite {Name}");
        using var interruption = new Interruption(console.Error);
        var (run, path) = new CompoundRunner(repository, progress, interruption).Run(states, TimeProvider.System.GetUtcNow());
        console.Output.WriteLine(PlainText.OneLine(Path.GetRelativePath(Environment.CurrentDirectory, path)));
        foreach (var page in CompoundPages.Write(results))
        {
            console.Output.WriteLine(PlainText.OneLine(Path.GetRelativePath(Environment.CurrentDirectory, page)));
        }

        return run.Failures.Count == 0 && run.Series.Count > 0 ? ExitCode.Fine : ExitCode.Failed;
    }
}
