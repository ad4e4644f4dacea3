using KeyedState.Benchmarks.Environments;
using KeyedState.Benchmarks.Pages;
using KeyedState.Reports;
using KeyedState.Results;
using KeyedState.Tests.Docs;

namespace KeyedState.Tests.Pages;

public sealed class CommittedResultsTests : IDisposable
{
    private const long Most = 6 << 20;

    private static readonly string[] RunFiles = ["results/*/runs/*.json", "results/*/measured/*.json", "results/*/kills/*.json", "results/*/stores/silos.json"];

    // Read once for all pages: what has changed since a run is asked of version control.
    private static readonly Lazy<PlaceComparison> Comparison = new(ReadAll);

    private readonly string root = Directory.CreateTempSubdirectory("keyed-state-").FullName;

    public static TheoryData<string> Pages => ["README.md", "results/README.md", "results/machines.svg"];

    public void Dispose() => Directory.Delete(root, recursive: true);

    [Theory]
    [MemberData(nameof(Pages))]
    public void Page_OfAllPlaces_IsThatOfTheCommittedRuns(string path)
    {
        Assert.SkipWhen(
            Git.Ask(CommittedResults.Repository, "rev-parse", "--is-shallow-repository") != "false",
            "This clone has not the whole history, so that what has changed since a run can't be told.");
        var committed = File.ReadAllText(Path.Combine(CommittedResults.Repository, path)).ReplaceLineEndings("\n");

        var rendered = path switch
        {
            "README.md" => ReadmeSection.ReplaceAll(committed, Comparison.Value),
            "results/README.md" => PlacesReport.Render(Comparison.Value),
            _ => PlacesChart.Render(Comparison.Value),
        };

        Assert.True(rendered == committed, $"{path} is stale, because a run was added or a state has changed since: run the program's report command with --readme.");
    }

    [Fact]
    public void Pages_OfSuitesOfSeries_AreThoseOfTheCommittedRuns()
    {
        var copy = CopyOfTheRuns(root);
        var pages =
            (from suite in SeriesPages.Suites
             let newest = SeriesPages.Newest(copy, suite)
             from run in newest
             from page in SeriesPages.Render(run.Run, run.Page, [.. newest.Select(one => one.Run)])
             select page).ToArray();

        Assert.NotEmpty(pages);
        Assert.All(pages, page => Assert.Equal(
            File.ReadAllText(Path.Combine(CommittedResults.Repository, "results", Path.GetRelativePath(root, page.Path))).ReplaceLineEndings("\n"),
            page.Text));
    }

    [Fact]
    public void Pages_OfTheLatencySuite_AreThoseOfTheCommittedRuns()
    {
        var newest = LatencyPages.Newest(CopyOfTheRuns(root)).ToArray();

        Assert.NotEmpty(newest);
        foreach (var (run, page) in newest)
        {
            var name = Path.GetFileNameWithoutExtension(page);
            var analysis = new LatencyAnalysis(run);
            var committed = Path.Combine(CommittedResults.Repository, "results", Path.GetRelativePath(root, page));
            Assert.Equal(File.ReadAllText(committed).ReplaceLineEndings("\n"), LatencyReport.Render(analysis, name));
            Assert.All(LatencyReport.PicturesOf(analysis, name), picture =>
                Assert.Equal(File.ReadAllText(Path.Combine(Path.GetDirectoryName(committed)!, picture.File)).ReplaceLineEndings("\n"), picture.Svg));
        }
    }

    [Fact]
    public void Pages_OfTheStoresSuite_AreThoseOfTheCommittedRuns()
    {
        var results = CopyOfTheRuns(root);
        var newest = StoresPages.Newest(results).ToArray();

        Assert.NotEmpty(newest);
        foreach (var (run, page) in newest)
        {
            var committed = Path.Combine(CommittedResults.Repository, "results", Path.GetRelativePath(root, page));
            Assert.Equal(File.ReadAllText(committed).ReplaceLineEndings("\n"), StoresReport.Render(new StoresAnalysis(run), KillsFile.Newest(results, run.Machine.Folder), SilosFile.Find(results, run.Machine.Folder)));
        }
    }

    [Fact]
    public void Links_OfThePageOfAllPlaces_LeadToFiles()
    {
        var links = Page.At("results/README.md").Links.ToArray();

        Assert.NotEmpty(links);
        Assert.All(links, link => Assert.True(File.Exists(Path.Combine(CommittedResults.Repository, "results", link)), link));
    }

    /// <summary>Whoever clones the repository gets all of it.</summary>
    [Fact]
    public void Results_InVersionControl_AreSmall()
    {
        var files = CommittedResults.Files("results");

        Assert.NotEmpty(files);
        Assert.InRange(files.Sum(file => new FileInfo(file).Length), 1, Most);
        Assert.DoesNotContain(files, file => file.EndsWith("-report-full.json", StringComparison.Ordinal));
    }

    private static PlaceComparison ReadAll()
    {
        var root = Directory.CreateTempSubdirectory("keyed-state-").FullName;
        try
        {
            return PlacePages.Read(CommittedResults.Repository, CopyOfTheRuns(root))!;
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }

    private static ResultsFolder CopyOfTheRuns(string root)
    {
        foreach (var file in RunFiles.SelectMany(CommittedResults.Files))
        {
            var copy = Path.Combine(root, Path.GetRelativePath(Path.Combine(CommittedResults.Repository, "results"), file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        return new(root);
    }
}
