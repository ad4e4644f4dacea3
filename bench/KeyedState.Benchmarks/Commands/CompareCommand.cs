using System.CommandLine;
using KeyedState.Benchmarks.Environments;
using KeyedState.Reports;
using KeyedState.Results;

namespace KeyedState.Benchmarks.Commands;

/// <summary><c>compare</c>: two stored runs side by side. It reports and never alarms.</summary>
internal static class CompareCommand
{
    public static Command Create()
    {
        var before = new Argument<string>("A") { Description = "A stored run, or the folder of a suite for its newest." };
        var after = new Argument<string>("B") { Description = "Another, whose figures are put over those of A." };
        var file = new Option<string>("--output") { Description = "Also write the page to this file." };
        var command = new Command("compare", "Puts two stored runs side by side, as markdown.") { before, after, file };
        command.SetAction(call => Run(
            call.GetRequiredValue(before), call.GetRequiredValue(after), call.GetValue(file), call.InvocationConfiguration.Output));
        return command;
    }

    private static int Run(string before, string after, string? file, TextWriter output)
    {
        var comparison = RunComparison.Of(Load(before), Load(after));
        var commits = new CommitLog(RepositoryRoot.Find()).Between(comparison.Before.Source.Commit, comparison.After.Source.Commit);
        var page = ComparisonReport.Render(comparison, commits);
        if (file is not null)
        {
            WholeFile.Write(file, page);
        }

        output.Write(page);
        return ExitCode.Fine;
    }

    private static StoredRun Load(string path)
    {
        if (!Directory.Exists(path))
        {
            return RunFile.Load(path);
        }

        var suite = new DirectoryInfo(path);
        var newest = suite.Parent?.Parent is { } root ? new ResultsFolder(root.FullName).NewestRun(suite.Parent.Name, suite.Name) : null;
        return RunFile.Load(newest ?? throw new StoredRunException($"{path} is no folder of a suite with runs: name results/<machine>/<suite> or a run's file."));
    }
}
