using KeyedState.Reports;
using KeyedState.Results;

namespace KeyedState.Benchmarks.Pages;

/// <summary>The pages of the compound suite: one for each machine and distance of its cores, of the newest run.</summary>
internal static class CompoundPages
{
    /// <summary>Writes them.</summary>
    /// <param name="results">The results folder.</param>
    /// <returns>The pages written.</returns>
    /// <exception cref="StoredRunException">A run can't be used.</exception>
    public static IReadOnlyList<string> Write(ResultsFolder results)
    {
        var written = new List<string>();
        foreach (var (run, page) in Newest(results))
        {
            WholeFile.Write(page, CompoundReport.Render(new CompoundAnalysis(run)));
            written.Add(page);
        }

        return written;
    }

    /// <summary>
    /// The newest run of each machine and distance of its cores, and where its page belongs. A run that was broken off, or of states that
    /// were named, is taken only where there is no other.
    /// </summary>
    /// <param name="results">The results folder.</param>
    /// <exception cref="StoredRunException">A run can't be used.</exception>
    public static IReadOnlyList<(StoredCompoundRun Run, string Page)> Newest(ResultsFolder results) =>
    [
        .. from folder in CompoundFolder.All(results)
           from newest in folder.RunPaths.Select(CompoundFile.Load).GroupBy(run => run.Distance).Select(runs => runs.LastOrDefault(run => run is { Quotable: true, IsPartial: false }) ?? runs.Last())
           select (newest, folder.ReportPath(newest.Distance)),
    ];
}
