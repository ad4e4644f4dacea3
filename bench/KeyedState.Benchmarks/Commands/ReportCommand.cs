using System.CommandLine;
using KeyedState.Benchmarks.Environments;
using KeyedState.Benchmarks.Pages;
using KeyedState.Reports;
using KeyedState.Results;

namespace KeyedState.Benchmarks.Commands;

/// <summary><c>report</c>: rebuilds every report from stored results.</summary>
internal static class ReportCommand
{
    public static Command Create()
    {
        var readme = new Option<bool>("--readme")
        {
            Description = "Also write the figures that hold on all machines, with their ranges, into README.md.",
        };
        var results = new Option<string>("--results") { Description = "The results folder. Without it: the repository's." };
        var command = new Command("report", "Rebuilds every report and the page that compares all machines from stored results. The same results and commits give the same bytes.") { readme, results };
        command.SetAction(call => Run(call.GetValue(readme), call.GetValue(results), call.InvocationConfiguration.Output));
        return command;
    }

    private static int Run(bool readme, string? folder, TextWriter output)
    {
        if (readme && folder is not null)
        {
            throw new FormatException("README.md shows the repository's own results: leave out --readme or --results.");
        }

        var repository = RepositoryRoot.Find();
        var results = new ResultsFolder(folder ?? Path.Combine(repository, "results"));
        foreach (var page in Write(repository, results, readme))
        {
            // The names of folders are input as well.
            output.WriteLine(PlainText.OneLine(Path.GetRelativePath(Environment.CurrentDirectory, page)));
        }

        return ExitCode.Fine;
    }

    private static string[] Write(string repository, ResultsFolder results, bool readme)
    {
        // Where nothing was ever measured there is nothing to keep to oneself, and no folder is made for it.
        using var alone = Path.Exists(results.Root) ? ResultsLock.Take(results, readme ? "report --readme" : "report") : null;
        return [.. ReportBuilder.Rebuild(results), .. SeriesPages.Write(results), .. LatencyPages.Write(results), .. StoresPages.Write(results), .. PlacePages.Write(repository, results, readme)];
    }
}
