using System.CommandLine;
using KeyedState.Benchmarks.Environments;
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
            Description = "Also put the picture and the table of the newest complete headline run into README.md.",
        };
        var command = new Command("report", "Rebuilds every report from stored results; the same input gives the same bytes.") { readme };
        command.SetAction(call => Run(call.GetValue(readme), call.InvocationConfiguration.Output));
        return command;
    }

    private static int Run(bool readme, TextWriter output)
    {
        var repository = RepositoryRoot.Find();
        var results = new ResultsFolder(Path.Combine(repository, "results"));
        var written = ReportBuilder.Rebuild(results).ToList();
        if (readme)
        {
            var path = Path.Combine(repository, "README.md");
            WholeFile.Write(path, ReadmeUpdate.Apply(File.ReadAllText(path), results));
            written.Add(path);
        }

        foreach (var page in written)
        {
            output.WriteLine(Path.GetRelativePath(Environment.CurrentDirectory, page));
        }

        return ExitCode.Fine;
    }
}
