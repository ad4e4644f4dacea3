using KeyedState.Results;
using KeyedState.Tests.Results.Matrix;

namespace KeyedState.Tests.Results.Suites;

public sealed class SuiteFolderTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("suite-").FullName;

    private static StoredSeriesRun Complete => MatrixSamples.Run();

    private static StoredSeriesRun Partial => Complete with { PlannedRounds = 7 };

    private static StoredSeriesRun Named => Complete with { Quotable = false };

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Newest_CompleteRunIsOlder_IsStillTheOne() => Assert.Equal(0, NewestOf(Complete, Partial, Named));

    [Fact]
    public void Newest_TwoCompleteRuns_IsTheLater() => Assert.Equal(1, NewestOf(Complete, Complete, Named));

    [Fact]
    public void Newest_QuotableRunIsPartial_IsNotReplacedByOneOfNamedStates() => Assert.Equal(0, NewestOf(Partial, Named));

    [Fact]
    public void Newest_OnlyRunsOfNamedStates_IsTheLater() => Assert.Equal(1, NewestOf(Named, Named));

    /// <returns>The place of the newest among the runs.</returns>
    private int NewestOf(params StoredSeriesRun[] runs)
    {
        var suite = SuiteFolder.Of(new ResultsFolder(folder), Complete.Machine, "matrix");
        foreach (var (hours, run) in runs.Index())
        {
            var started = Complete.Started.AddHours(hours);
            SeriesFile.Save(run with { Started = started }, suite.PathOf(started));
        }

        var newest = Assert.Single(suite.Newest(path => SeriesFile.Load(path, "matrix")));
        return (int)(newest.Run.Started - Complete.Started).TotalHours;
    }
}
