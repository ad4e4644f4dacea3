using System.CommandLine;
using KeyedState.Benchmarks.Environments;
using KeyedState.Benchmarks.Suites;
using KeyedState.Reports;
using KeyedState.Results;

namespace KeyedState.Benchmarks.Commands;

/// <summary><c>run</c>: measures a suite and writes its report.</summary>
internal static class RunCommand
{
    public static Command Create()
    {
        var suite = new Option<string>("--suite")
        {
            Description = "headline: every state in both looks, up to ten minutes. smoke: every state once, for CI; its figures are not for quoting.",
            DefaultValueFactory = _ => Suite.Headline.Name,
        };
        suite.AcceptOnlyFromAmong([.. Suite.All.Select(known => known.Name)]);
        var command = new Command("run", "Measures every state and writes results/<machine>/<suite>/report.md.") { suite };
        command.SetAction(call => Run(
            Suite.All.Single(known => known.Name == call.GetRequiredValue(suite)), call.InvocationConfiguration.Output));
        return command;
    }

    private static int Run(Suite suite, TextWriter output)
    {
        var repository = RepositoryRoot.Find();
        var progress = new ProgressWriter(output, terminal: !Console.IsOutputRedirected, TimeProvider.System);
        var run = new SuiteRunner(repository, progress).Run(suite, TimeProvider.System.GetUtcNow());
        var results = new ResultsFolder(Path.Combine(repository, "results"));
        output.WriteLine();
        output.WriteLine(ConsoleTable.Render(RunAnalysis.Of(run)));
        foreach (var page in ReportBuilder.Rebuild(results, run.Machine.Folder, run.Suite))
        {
            output.WriteLine(Path.GetRelativePath(Environment.CurrentDirectory, page));
        }

        return run.Failures.Count == 0 && run.Launches.Count == run.PlannedLaunches ? ExitCode.Fine : ExitCode.Failed;
    }
}
