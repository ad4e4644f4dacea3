using System.CommandLine;
using KeyedState.Benchmarks.Environments;
using KeyedState.Benchmarks.Suites;
using KeyedState.Reports;
using KeyedState.Results;

namespace KeyedState.Benchmarks.Commands;

/// <summary><c>history</c>: all stored runs of a machine over time, with change points.</summary>
internal static class HistoryCommand
{
    private const int Most = 100_000;

    public static Command Create()
    {
        var machine = new Option<string>("--machine") { Description = "The machine's folder under results. Default: this machine's, or the only one." };
        var suite = new Option<string>("--suite") { Description = "The suite whose runs are read.", DefaultValueFactory = _ => Suite.Headline.Name };
        var last = NumberOption.Create("--last", "How many of the newest stored runs to read. Default: all.", 1, Most, Most);
        var fail = new Option<bool>("--fail-on-new") { Description = "Exit with 1 if the newest runs confirm that a state became slower." };
        var newest = NumberOption.Create("--newest", "How many runs --fail-on-new takes as the newest.", 1, Most, 3);
        var results = new Option<string>("--results") { Description = "The results folder. Default: the repository's." };
        var command = new Command("history", "Shows the stored runs of a machine over time and where a state became slower or faster, in results/<machine>/<suite>/history.md and history.svg.")
        {
            machine, suite, last, fail, newest, results,
        };
        command.SetAction(call => Run(
            new ResultsFolder(call.GetValue(results) ?? Path.Combine(RepositoryRoot.Find(), "results")),
            call.GetValue(machine),
            call.GetRequiredValue(suite),
            call.GetRequiredValue(last),
            call.GetValue(fail) ? call.GetRequiredValue(newest) : null,
            call.InvocationConfiguration));
        return command;
    }

    private static int Run(ResultsFolder results, string? wanted, string suite, int last, int? newest, InvocationConfiguration console)
    {
        var machine = wanted ?? MachineOf(results, suite);
        var history = HistoryReader.Read(results, machine, suite, last);
        using var alone = ResultsLock.Take(results, "history");
        var commits = new CommitLog(RepositoryRoot.Find());
        Write(results.HistoryChartPath(machine, suite), HistoryChart.Render(history), console.Output);
        Write(results.HistoryPath(machine, suite), HistoryReport.Render(history, commits.Between), console.Output);
        var regressions = newest is { } count ? history.NewRegressions(count) : [];
        foreach (var (series, change) in regressions)
        {
            console.Error.WriteLine(HistoryText.Alarm(history, series, change, commits.Between));
        }

        return regressions.Count == 0 ? ExitCode.Fine : ExitCode.Failed;
    }

    private static void Write(string path, string text, TextWriter output)
    {
        WholeFile.Write(path, text);
        output.WriteLine(Path.GetRelativePath(Environment.CurrentDirectory, path));
    }

    private static string MachineOf(ResultsFolder results, string suite)
    {
        var candidates = results.Machines.Where(machine => results.RunsOf(machine, suite).Count > 0).ToArray();
        var own = candidates.Length > 1 ? MachineProbe.Read().Folder : null;
        return candidates is [var only]
            ? only
            : candidates.FirstOrDefault(machine => machine == own) ?? throw new StoredRunException(candidates.Length == 0
                ? $"{results.Root} holds no run of the suite {suite}. Measure one first: run --suite {suite}."
                : $"{results.Root} holds runs of several machines but none of this one. Choose one with --machine ({string.Join(", ", candidates)}).");
    }
}
