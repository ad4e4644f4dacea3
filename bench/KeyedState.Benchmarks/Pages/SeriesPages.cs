using KeyedState.Benchmarks.Suites.Compound;
using KeyedState.Benchmarks.Suites.Matrix;
using KeyedState.Reports;
using KeyedState.Results;

namespace KeyedState.Benchmarks.Pages;

/// <summary>The pages of the suites of series: one for each machine and distance of its cores, of the newest run.</summary>
internal static class SeriesPages
{
    /// <summary>The names of the suites that have such pages.</summary>
    public static IReadOnlyList<string> Suites { get; } = [CompoundSuite.Name, MatrixSuite.Name];

    /// <summary>Writes the pages of all suites.</summary>
    /// <param name="results">The results folder.</param>
    /// <returns>The pages written.</returns>
    /// <exception cref="StoredRunException">A run can't be used.</exception>
    public static IReadOnlyList<string> Write(ResultsFolder results) => [.. Suites.SelectMany(suite => Write(results, suite))];

    /// <summary>Writes those of a suite.</summary>
    /// <param name="results">The results folder.</param>
    /// <param name="suite">The suite.</param>
    /// <inheritdoc cref="Write(ResultsFolder)"/>
    public static IReadOnlyList<string> Write(ResultsFolder results, string suite) =>
    [
        .. from newest in new[] { Newest(results, suite) }
           from run in newest
           from page in WriteAll(Render(run.Run, run.Page, [.. newest.Select(one => one.Run)]))
           select page,
    ];

    /// <summary>Writes the page of a run of named states, which takes the place of no other.</summary>
    /// <param name="results">The results folder.</param>
    /// <param name="run">The run.</param>
    public static IReadOnlyList<string> WriteSelection(ResultsFolder results, StoredSeriesRun run) =>
        WriteAll(Render(run, SuiteFolder.Of(results, run.Machine, run.Suite).SelectionPath(run.Distance), [run]));

    /// <summary>
    /// The newest run of each machine and distance of its cores, and where its page belongs. A run that was broken off
    /// is taken only where none is complete, and one of states that were named only where there is no other.
    /// </summary>
    /// <param name="results">The results folder.</param>
    /// <param name="suite">The suite.</param>
    /// <exception cref="StoredRunException">A run can't be used.</exception>
    public static IReadOnlyList<(StoredSeriesRun Run, string Page)> Newest(ResultsFolder results, string suite) =>
        [.. SuiteFolder.All(results, suite).SelectMany(folder => folder.Newest(path => SeriesFile.Load(path, suite)))];

    /// <summary>A run's page and what belongs beside it, by path.</summary>
    /// <param name="run">The run.</param>
    /// <param name="page">Where the page belongs.</param>
    /// <param name="machines">The newest runs of all machines, this one among them.</param>
    public static IReadOnlyList<(string Path, string Text)> Render(StoredSeriesRun run, string page, IReadOnlyList<StoredSeriesRun> machines) => run.Suite == MatrixSuite.Name
        ? Matrix(new MatrixAnalysis(run), page, [.. machines.Select(machine => new MatrixAnalysis(machine))])
        : [(page, CompoundReport.Render(new CompoundAnalysis(run)))];

    private static List<(string Path, string Text)> Matrix(MatrixAnalysis analysis, string page, IReadOnlyList<MatrixAnalysis> machines) =>
    [
        (page, MatrixReport.Render(analysis, machines)),
        .. from axis in analysis.Axes
           let picture = MatrixReport.PictureOf(axis)
           where picture is not null
           select (Path.Combine(Path.GetDirectoryName(page)!, picture), MatrixChart.Render(analysis, axis)),
    ];

    private static List<string> WriteAll(IReadOnlyList<(string Path, string Text)> files)
    {
        foreach (var (path, text) in files)
        {
            WholeFile.Write(path, text);
        }

        return [.. files.Select(file => file.Path)];
    }
}
