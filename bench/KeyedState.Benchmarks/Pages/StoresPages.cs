using KeyedState.Reports;
using KeyedState.Results;

namespace KeyedState.Benchmarks.Pages;

/// <summary>The pages of the stores suite: one for each machine and distance of its cores, of the newest run.</summary>
internal static class StoresPages
{
    /// <summary>Writes them.</summary>
    /// <param name="results">The results folder.</param>
    /// <returns>The files written.</returns>
    /// <exception cref="StoredRunException">A run can't be used.</exception>
    public static IReadOnlyList<string> Write(ResultsFolder results) =>
        [.. Newest(results).Select(one => Write(one.Run, one.Page, KillsFile.Newest(results, one.Run.Machine.Folder), SilosFile.Find(results, one.Run.Machine.Folder)))];

    /// <summary>Writes the page of a run.</summary>
    /// <param name="run">The run.</param>
    /// <param name="page">Where it belongs.</param>
    /// <param name="kills">The kills of the same machine; null where there were none.</param>
    /// <param name="silos">The trials with silos of the same machine; null where there were none.</param>
    /// <returns>The file written.</returns>
    public static string Write(StoredStoresRun run, string page, StoredKillsRun? kills, StoredSilosRun? silos)
    {
        WholeFile.Write(page, StoresReport.Render(new StoresAnalysis(run), kills, silos));
        return page;
    }

    /// <summary>The newest run of each machine and distance of its cores, and where its page belongs.</summary>
    /// <param name="results">The results folder.</param>
    /// <exception cref="StoredRunException">A run can't be used.</exception>
    public static IReadOnlyList<(StoredStoresRun Run, string Page)> Newest(ResultsFolder results) =>
        [.. SuiteFolder.All(results, StoresFile.Suite).SelectMany(folder => folder.Newest(StoresFile.Load))];
}
