using KeyedState.Benchmarks.Suites;
using KeyedState.Benchmarks.Suites.Compound;
using KeyedState.Reports;
using KeyedState.Results;

namespace KeyedState.Benchmarks.Pages;

/// <summary>The pages that show the newest complete headline run of each place: the one under results, and the README's first screen.</summary>
internal static class PlacePages
{
    /// <summary>Writes the page of all places and its picture.</summary>
    /// <param name="repository">The root of the repository.</param>
    /// <param name="results">The results folder.</param>
    /// <param name="readme">Whether the README is to have what held on every place.</param>
    /// <returns>The pages written; none where there is no complete headline run.</returns>
    /// <exception cref="FormatException">The README's markers are missing.</exception>
    /// <exception cref="StoredRunException">A run can't be used, or there is none for the README.</exception>
    public static IReadOnlyList<string> Write(string repository, ResultsFolder results, bool readme = false)
    {
        if (Read(repository, results) is not { } comparison)
        {
            return readme ? throw new StoredRunException($"{results.Root} holds no complete headline run: run that suite.") : [];
        }

        List<string> written = [ReportBuilder.Write(results, comparison)];
        if (readme)
        {
            var path = Path.Combine(repository, "README.md");
            WholeFile.Write(path, ReadmeSection.ReplaceAll(File.ReadAllText(path), comparison));
            written.Add(path);
        }

        return written;
    }

    /// <summary>The newest complete headline run of each place, with what the states are and which have changed since; null where there is none.</summary>
    /// <param name="repository">The root of the repository.</param>
    /// <param name="results">The results folder.</param>
    /// <exception cref="StoredRunException">A run can't be used.</exception>
    public static PlaceComparison? Read(string repository, ResultsFolder results)
    {
        var changes = new StateChanges(repository, SuiteCatalogue.Default.Entries);
        return PlaceComparison.Read(results, Suite.Headline.Name, changes.Since) is { } comparison
            ? comparison with
            {
                Descriptions = StateDescriptions.Of(SuiteCatalogue.Default, repository),
                Compound = [.. SeriesPages.Newest(results, CompoundSuite.Name).Where(run => run.Run is { Quotable: true, IsPartial: false }).Select(run => new MeasuredCompound(new CompoundAnalysis(run.Run), changes.Since(run.Run.Source)))],
                Reports = [.. ReportsOf(results).Select(report => report with { Path = Path.GetRelativePath(results.Root, report.Path).Replace(Path.DirectorySeparatorChar, '/') })],
            }
            : null;
    }

    private static IEnumerable<LinkedReport> ReportsOf(ResultsFolder results) =>
    [
        .. from suite in SeriesPages.Suites
           from newest in SeriesPages.Newest(results, suite)
           where newest.Run is { Quotable: true, IsPartial: false }
           select new LinkedReport(suite, newest.Run.Distance, newest.Page),
        .. from newest in LatencyPages.Newest(results)
           where newest.Run is { Quotable: true, IsPartial: false }
           select new LinkedReport(LatencyFile.Suite, newest.Run.Distance, newest.Page),
        .. from newest in StoresPages.Newest(results)
           where newest.Run is { Quotable: true, IsPartial: false }
           select new LinkedReport(StoresFile.Suite, newest.Run.Distance, newest.Page),
    ];
}
