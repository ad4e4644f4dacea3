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
        var before = new Argument<string>("A") { Description = "A stored run; or the folder of a suite, or near or far in it, for its newest run." };
        var after = new Argument<string>("B") { Description = "Another run. The ratios are those of B to A." };
        var file = new Option<string>("--output") { Description = "Also write the page to this file." };
        var command = new Command("compare", "Compares two stored runs and prints the result as markdown.") { before, after, file };
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

        return Newest(new DirectoryInfo(path))
            ?? throw new StoredRunException($"{path} is not the folder of a suite with stored runs. Name results/<machine>/<suite>, near or far in it, or the file of a run.");
    }

    private static StoredRun? Newest(DirectoryInfo folder)
    {
        var distance = CoreDistance.All.FirstOrDefault(distance => distance.Name == folder.Name);
        var suite = distance is null ? folder : folder.Parent;
        return suite?.Parent?.Parent is { } root
            ? NewestRuns.Of(new ResultsFolder(root.FullName), suite.Parent.Name, suite.Name).FirstOrDefault(run => distance is null || CoreDistance.MostlyOf(run) == distance)
            : null;
    }
}
