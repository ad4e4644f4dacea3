using KeyedState.Reports;
using KeyedState.Results;
using KeyedState.Tests.Results.Places;

namespace KeyedState.Tests.Reports;

public sealed class ReportBuilderTests : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("keyed-state-").FullName;

    private ResultsFolder Results => new(root);

    public void Dispose() => Directory.Delete(root, recursive: true);

    [Fact]
    public void Rebuild_EveryMachineAndSuite_WritesPageAndPicture()
    {
        Save(ReportSamples.Whole());
        Save(ReportSamples.Broken() with { Suite = "smoke" });
        Save(ReportSamples.Whole() with { Machine = ReportSamples.Whole().Machine with { Folder = "another" } });

        var pages = ReportBuilder.Rebuild(Results);

        Assert.Equal(
            [Results.ReportPath(new("another", null), "headline"), Results.ReportPath(new("test-machine", null), "headline"), Results.ReportPath(new("test-machine", null), "smoke")],
            pages);
        Assert.All(pages, page => Assert.True(File.Exists(Path.Combine(Path.GetDirectoryName(page)!, "launches.svg"))));
    }

    [Fact]
    public void Rebuild_Twice_GivesTheSameBytes()
    {
        Save(ReportSamples.Whole());
        ReportBuilder.Rebuild(Results);
        var before = Contents();

        ReportBuilder.Rebuild(Results);

        Assert.Equal(before, Contents());
    }

    [Fact]
    public void Rebuild_SeveralRuns_ShowsTheNewest()
    {
        Save(ReportSamples.Whole() with { Started = ReportSamples.Whole().Started.AddYears(1) });
        Save(ReportSamples.Whole());

        var page = ReportBuilder.Rebuild(Results, new Place("test-machine", Distance: null), "headline");

        Assert.Contains("2027-01-31", File.ReadAllText(page!), StringComparison.Ordinal);
    }

    [Fact]
    public void Rebuild_RunsOfBothDistances_GivesEachItsPage()
    {
        var (near, far) = (PlaceSamples.Near().Analysis.Run, PlaceSamples.Far().Analysis.Run);
        Save(near);
        Save(far with { Started = far.Started.AddDays(1) });
        Save(far with { Started = far.Started.AddDays(-1) });

        var pages = ReportBuilder.Rebuild(Results);

        Assert.Equal([Results.ReportPath(new("test-machine", CoreDistance.Far), "headline"), Results.ReportPath(new("test-machine", CoreDistance.Near), "headline")], pages);
        Assert.Contains("2026-02-01", File.ReadAllText(pages[0]), StringComparison.Ordinal);
        Assert.Contains("2026-01-31", File.ReadAllText(pages[1]), StringComparison.Ordinal);
    }

    [Fact]
    public void Rebuild_RunThatWasBrokenOff_ReplacesNoPageOfACompleteOne()
    {
        var run = PlaceSamples.Near().Analysis.Run;
        var partial = run with { Started = run.Started.AddDays(1), PlannedLaunches = run.PlannedLaunches + 1 };
        Save(partial);
        var page = Assert.Single(ReportBuilder.Rebuild(Results));
        Assert.Contains("partial", File.ReadAllText(page), StringComparison.OrdinalIgnoreCase);

        Save(run);
        var tables = Results.BenchmarkDotNetFolder(Place.Of(run), "headline");
        Directory.CreateDirectory(tables);
        ReportBuilder.Rebuild(Results);

        Assert.Equal(MarkdownReport.Render(RunAnalysis.Of(run)), File.ReadAllText(page));
        Assert.True(Directory.Exists(tables));
    }

    [Fact]
    public void Rebuild_NoRuns_WritesNothing()
    {
        Assert.Empty(ReportBuilder.Rebuild(Results));
        Assert.Null(ReportBuilder.Rebuild(Results, new Place("test-machine", CoreDistance.Near), "headline"));
        Assert.Empty(Directory.GetFileSystemEntries(root));
    }

    [Fact]
    public void Rebuild_DamagedRun_SaysWhich()
    {
        var path = Save(ReportSamples.Whole());
        File.WriteAllText(path, "{");

        var error = Assert.Throws<StoredRunException>(() => ReportBuilder.Rebuild(Results));

        Assert.StartsWith(path, error.Message, StringComparison.Ordinal);
    }

    private string Save(StoredRun run)
    {
        var path = Results.NewRunPath(run);
        RunFile.Save(run, path);
        return path;
    }

    private string[] Contents() =>
        [.. Directory.GetFiles(root, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(path => path + File.ReadAllText(path))];
}
