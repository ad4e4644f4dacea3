using KeyedState.Results;

namespace KeyedState.Reports;

/// <summary>Builds the pages and pictures of stored runs. It reads nothing but run files, and the same files give the same bytes.</summary>
public static class ReportBuilder
{
    /// <summary>Builds those of the newest run of every machine and suite.</summary>
    /// <param name="results">The results folder.</param>
    /// <returns>The pages written, in the order of machines and suites.</returns>
    /// <exception cref="StoredRunException">A newest run cannot be used.</exception>
    public static IReadOnlyList<string> Rebuild(ResultsFolder results) =>
    [
        .. from machine in results.Machines
           from suite in results.SuitesOf(machine)
           from page in Rebuild(results, machine, suite)
           select page,
    ];

    /// <summary>Builds those of the newest run of one suite.</summary>
    /// <param name="results">The results folder.</param>
    /// <param name="machine">The machine's folder.</param>
    /// <param name="suite">The suite.</param>
    /// <returns>The page written; nothing when the suite has no run.</returns>
    /// <exception cref="StoredRunException">The newest run cannot be used.</exception>
    public static IReadOnlyList<string> Rebuild(ResultsFolder results, string machine, string suite)
    {
        if (results.NewestRun(machine, suite) is not { } newest)
        {
            return [];
        }

        var run = RunFile.Load(newest);
        if (run.Machine.Folder != machine || run.Suite != suite)
        {
            // Its page would be another machine's, and a README's links to it would lead nowhere.
            throw new StoredRunException($"{newest} belongs in {run.Machine.Folder}/{run.Suite}: move it there, or delete it.");
        }

        var analysis = RunAnalysis.Of(run);
        WholeFile.Write(results.ChartPath(machine, suite), LaunchChart.Render(analysis));
        WholeFile.Write(results.BenchmarkTextPath(machine, suite), BenchmarkText.Render(analysis.Run));
        var page = results.ReportPath(machine, suite);
        WholeFile.Write(page, MarkdownReport.Render(analysis));
        return [page];
    }
}
