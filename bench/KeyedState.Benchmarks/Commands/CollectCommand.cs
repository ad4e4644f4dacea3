using System.CommandLine;
using KeyedState.Benchmarks.Environments;
using KeyedState.Benchmarks.Pages;
using KeyedState.Results;

namespace KeyedState.Benchmarks.Commands;

/// <summary><c>collect</c>: takes the stored runs of another results folder over.</summary>
internal static class CollectCommand
{
    public static Command Create()
    {
        var from = new Argument<string>("FROM") { Description = "The results folder that holds them, such as one that another machine left." };
        var results = new Option<string>("--results") { Description = "The results folder that gets them. Without it: the repository's." };
        var command = new Command("collect", "Stores the runs of another results folder that can be used. It takes over nothing else, and replaces no run. Exit code 1 when a run can't be used.")
        {
            from, results,
        };
        command.SetAction(call => Run(
            new ResultsFolder(call.GetRequiredValue(from)),
            new ResultsFolder(call.GetValue(results) ?? Path.Combine(RepositoryRoot.Find(), "results")),
            call.InvocationConfiguration));
        return command;
    }

    private static int Run(ResultsFolder from, ResultsFolder into, InvocationConfiguration console)
    {
        using var alone = ResultsLock.Take(into, "collect");
        var (taken, refused) = RunCollector.Collect(from, into, SeriesPages.Suites);
        foreach (var path in taken)
        {
            console.Output.WriteLine(PlainText.OneLine(Path.GetRelativePath(Environment.CurrentDirectory, path)));
        }

        foreach (var reason in refused)
        {
            // The names of folders are a stranger's, and a line of their own could be a command to whoever reads the log.
            console.Error.WriteLine(PlainText.OneLine(reason));
        }

        return refused.Count == 0 ? ExitCode.Fine : ExitCode.Failed;
    }
}
