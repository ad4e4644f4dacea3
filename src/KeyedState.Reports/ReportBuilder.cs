using KeyedState.Results;

namespace KeyedState.Reports;

/// <summary>Builds the pages and pictures of stored runs. It reads nothing but run files, and the same files give the same bytes.</summary>
public static class ReportBuilder
{
    /// <summary>Builds those of every place and suite, of its newest complete run or, where it has none, of its newest.</summary>
    /// <param name="results">The results folder.</param>
    /// <returns>The pages written, in the order of machines and suites.</returns>
    /// <exception cref="StoredRunException">A run cannot be used.</exception>
    public static IReadOnlyList<string> Rebuild(ResultsFolder results) =>
    [
        .. from machine in results.Machines
           from suite in results.SuitesOf(machine)
           from page in Shown(results, machine, suite).Select(run => Write(results, run)).Order(StringComparer.Ordinal)
           select page,
    ];

    /// <summary>Builds those of one place and suite, of the same run.</summary>
    /// <param name="results">The results folder.</param>
    /// <param name="place">The place.</param>
    /// <param name="suite">The suite.</param>
    /// <returns>The page written; null when there is no such run.</returns>
    /// <exception cref="StoredRunException">A run cannot be used.</exception>
    public static string? Rebuild(ResultsFolder results, Place place, string suite) =>
        Shown(results, place.Machine, suite).FirstOrDefault(run => Place.Of(run) == place) is { } newest ? Write(results, newest) : null;

    /// <summary>Builds the page and the picture of all places.</summary>
    /// <param name="results">The results folder.</param>
    /// <param name="comparison">The places.</param>
    /// <returns>The page written.</returns>
    public static string Write(ResultsFolder results, PlaceComparison comparison)
    {
        WholeFile.Write(results.PlacesChartPath, PlacesChart.Render(comparison));
        WholeFile.Write(results.PlacesPath, PlacesReport.Render(comparison));
        return results.PlacesPath;
    }

    /// <summary>The newest complete run of each place, and of a place that has none the newest: one that was broken off replaces no page.</summary>
    private static IEnumerable<StoredRun> Shown(ResultsFolder results, string machine, string suite)
    {
        StoredRun[] complete = [.. NewestRuns.Of(results, machine, suite, run => !run.IsPartial)];
        return [.. complete, .. NewestRuns.Of(results, machine, suite).Where(run => complete.All(other => Place.Of(other) != Place.Of(run)))];
    }

    private static string Write(ResultsFolder results, StoredRun run)
    {
        var (place, analysis) = (Place.Of(run), RunAnalysis.Of(run));
        WholeFile.Write(results.ChartPath(place, run.Suite), LaunchChart.Render(analysis));
        WholeFile.Write(results.BenchmarkTextPath(place, run.Suite), BenchmarkText.Render(run));
        var page = results.ReportPath(place, run.Suite);
        WholeFile.Write(page, MarkdownReport.Render(analysis));
        return page;
    }
}
