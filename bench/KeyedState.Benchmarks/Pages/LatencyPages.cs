using System.Globalization;
using KeyedState.Reports;
using KeyedState.Results;

namespace KeyedState.Benchmarks.Pages;

/// <summary>The pages of the latency suite: one for each machine and distance of its cores, of the newest run, with its pictures.</summary>
internal static class LatencyPages
{
    /// <summary>Writes them.</summary>
    /// <param name="results">The results folder.</param>
    /// <returns>The files written.</returns>
    /// <exception cref="StoredRunException">A run can't be used.</exception>
    public static IReadOnlyList<string> Write(ResultsFolder results) => [.. Newest(results).SelectMany(one => Write(one.Run, one.Page))];

    /// <summary>Writes the page of a run.</summary>
    /// <param name="run">The run.</param>
    /// <param name="page">Where it belongs. A picture's name begins as the page's.</param>
    /// <returns>The files written.</returns>
    public static IReadOnlyList<string> Write(StoredLatencyRun run, string page)
    {
        var analysis = new LatencyAnalysis(run);
        var name = Path.GetFileNameWithoutExtension(page);
        var written = new List<string> { page };
        WholeFile.Write(page, LatencyReport.Render(analysis, name));
        foreach (var (picture, text) in LatencyReport.PicturesOf(analysis, name))
        {
            var path = Path.Combine(Path.GetDirectoryName(page)!, picture);
            WholeFile.Write(path, text);
            written.Add(path);
        }

        WriteForPlotters(analysis, Path.Combine(Path.GetDirectoryName(page)!, name + "-plotted"));
        return written;
    }

    /// <summary>Writes the response times of each state at each rate in the form that HdrHistogram's plotters read. They follow from the run, and are not for keeping.</summary>
    /// <param name="analysis">The run's figures.</param>
    /// <param name="folder">Where they belong.</param>
    public static void WriteForPlotters(LatencyAnalysis analysis, string folder)
    {
        if (Directory.Exists(folder))
        {
            // An earlier run had states and rates that this one may not have.
            foreach (var earlier in Directory.EnumerateFiles(folder, "*.hgrm"))
            {
                File.Delete(earlier);
            }
        }

        foreach (var (state, rate) in from state in analysis.States from rate in analysis.Run.Protocol.Rates select (state, rate))
        {
            if (analysis.ResponseTimes(state.Name, LatencyLoad.OfRate(rate)) is { } times)
            {
                WholeFile.Write(Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{FileName(state.Name)}-{rate:0}.hgrm")), PercentileText.Render(times.All));
            }
        }
    }

    // A stored name is input.
    private static string FileName(string state) => string.Concat(state.Where(char.IsAsciiLetterOrDigit));

    /// <summary>
    /// The newest run of each machine and distance of its cores, and where its page belongs. A run that was broken off
    /// is taken only where none is complete, and one of states that were named only where there is no other.
    /// </summary>
    /// <param name="results">The results folder.</param>
    /// <exception cref="StoredRunException">A run can't be used.</exception>
    public static IReadOnlyList<(StoredLatencyRun Run, string Page)> Newest(ResultsFolder results) =>
        [.. SuiteFolder.All(results, LatencyFile.Suite).SelectMany(folder => folder.Newest(LatencyFile.Load))];
}
