using KeyedState.Benchmarks.Pages;
using KeyedState.Reports;
using KeyedState.Results;
using KeyedState.Tests.Results.Places;

namespace KeyedState.Tests.Pages;

public sealed class PlacePagesTests : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("keyed-state-").FullName;

    private ResultsFolder Results => new(Path.Combine(root, "results"));

    public void Dispose() => Directory.Delete(root, recursive: true);

    [Fact]
    public void Write_NoCompleteHeadlineRun_WritesNothingAndTellsTheReadme()
    {
        var run = PlaceSamples.Near().Analysis.Run;
        Save(run with { PlannedLaunches = run.PlannedLaunches + 1 });

        Assert.Empty(PlacePages.Write(root, Results));
        var error = Assert.Throws<StoredRunException>(() => PlacePages.Write(root, Results, readme: true));

        Assert.Contains("holds no complete headline run", error.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(Results.PlacesPath));
    }

    [Fact]
    public void Write_OutsideOfARepository_SaysThatTheChangesAreNotKnown()
    {
        Save(PlaceSamples.Near().Analysis.Run);
        Save(PlaceSamples.Far().Analysis.Run with { Started = DateTimeOffset.UnixEpoch });
        var readme = Path.Combine(root, "README.md");
        File.WriteAllText(readme, $"{ReadmeSection.Answer.Begin}{ReadmeSection.Answer.End}{ReadmeSection.Figures.Begin}{ReadmeSection.Figures.End}");

        Assert.Equal([Results.PlacesPath, readme], PlacePages.Write(root, Results, readme: true));

        Assert.Contains("| not known |", File.ReadAllText(Results.PlacesPath), StringComparison.Ordinal);
        Assert.True(File.Exists(Results.PlacesChartPath));
        Assert.Contains("on one machine, with its cores at different distances", File.ReadAllText(readme), StringComparison.Ordinal);
    }

    private void Save(StoredRun run) => RunFile.Save(run, Results.NewRunPath(run));
}
