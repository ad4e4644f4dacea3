using KeyedState.Reports;
using KeyedState.Results;

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
            [Results.ReportPath("another", "headline"), Results.ReportPath("test-machine", "headline"), Results.ReportPath("test-machine", "smoke")],
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

        var page = Assert.Single(ReportBuilder.Rebuild(Results, "test-machine", "headline"));

        Assert.Contains("2027-01-31", File.ReadAllText(page), StringComparison.Ordinal);
    }

    [Fact]
    public void Rebuild_NoRuns_WritesNothing()
    {
        Assert.Empty(ReportBuilder.Rebuild(Results));
        Assert.Empty(ReportBuilder.Rebuild(Results, "test-machine", "headline"));
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
