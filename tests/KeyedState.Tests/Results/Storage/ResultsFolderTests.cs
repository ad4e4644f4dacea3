using KeyedState.Results;

namespace KeyedState.Tests.Results.Storage;

public sealed class ResultsFolderTests : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("keyed-state-").FullName;

    public void Dispose() => Directory.Delete(root, recursive: true);

    [Fact]
    public void NewRunPath_NamesMachineSuiteAndStart() => Assert.Equal(
        Path.Combine(root, "test-machine", "headline", "runs", "20260131T123015Z.json"),
        new ResultsFolder(root).NewRunPath(SampleRun.Headline()));

    [Fact]
    public void NewRunPath_StartInAnotherZone_IsInUtc() => Assert.EndsWith(
        "20260131T123015Z.json",
        new ResultsFolder(root).NewRunPath(SampleRun.Headline() with { Started = new(2026, 1, 31, 14, 30, 15, TimeSpan.FromHours(2)) }),
        StringComparison.Ordinal);

    [Fact]
    public void RunsOf_SeveralAndOtherFiles_AreTheRunsOldestFirst()
    {
        var results = new ResultsFolder(root);
        var started = SampleRun.Headline().Started;
        string[] paths = [.. Enumerable.Range(0, 3).Reverse().Select(day => Save(results, started.AddDays(day), "headline"))];
        File.WriteAllText(paths[0] + ".tmp", "half");
        File.WriteAllText(Path.Combine(Path.GetDirectoryName(paths[0])!, "zzz.json"), "no run");

        Assert.Equal(paths.Reverse(), results.RunsOf("test-machine", "headline"));
    }

    [Fact]
    public void Pages_OfAPlace_LieInAFolderOfItsDistance()
    {
        var results = new ResultsFolder(root);

        Assert.Equal(Path.Combine(root, "m", "headline", "near", "report.md"), results.ReportPath(new("m", CoreDistance.Near), "headline"));
        Assert.Equal(Path.Combine(root, "m", "headline", "far", "launches.svg"), results.ChartPath(new("m", CoreDistance.Far), "headline"));
        Assert.Equal(Path.Combine(root, "m", "headline", "benchmarkdotnet"), results.BenchmarkDotNetFolder(new("m", Distance: null), "headline"));
    }

    [Fact]
    public void SuitesOf_FolderWithoutRuns_IsNotListed()
    {
        var results = new ResultsFolder(root);
        Save(results, SampleRun.Headline().Started, "smoke");
        Save(results, SampleRun.Headline().Started, "headline");
        Directory.CreateDirectory(Path.Combine(root, "test-machine", "stray"));

        Assert.Equal(["test-machine"], results.Machines);
        Assert.Equal(["headline", "smoke"], results.SuitesOf("test-machine"));
    }

    [Fact]
    public void Machines_NoFolderYet_IsEmpty()
    {
        var results = new ResultsFolder(Path.Combine(root, "none"));

        Assert.Empty(results.Machines);
        Assert.Empty(results.RunsOf("a", "b"));
    }

    [Fact]
    public void WithFreeName_ClockThatStandsStill_NeverNamesAnExistingRun()
    {
        var results = new ResultsFolder(root);
        var started = SampleRun.Headline().Started;
        var starts = Enumerable.Range(0, 3).Select(_ =>
        {
            var run = results.WithFreeName(SampleRun.Headline() with { Started = started });
            RunFile.Save(run, results.NewRunPath(run));
            return run.Started - started;
        }).ToArray();

        Assert.Equal([TimeSpan.Zero, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2)], starts);
        Assert.Equal(3, results.RunsOf("test-machine", "headline").Count);
    }

    [Fact]
    public void WithFreeName_ClockThatWasSetBack_LeavesTheLaterRunAlone()
    {
        var results = new ResultsFolder(root);
        var later = Save(results, SampleRun.Headline().Started, "headline");
        var before = File.ReadAllText(later);

        var run = results.WithFreeName(SampleRun.Headline() with { Started = SampleRun.Headline().Started.AddHours(-1), Launches = [] });
        RunFile.Save(run, results.NewRunPath(run));

        Assert.Equal(before, File.ReadAllText(later));
        Assert.Equal(2, results.RunsOf("test-machine", "headline").Count);
    }

    [Fact]
    public void Probe_FolderThatMayBeWritten_LeavesNoRun()
    {
        var results = new ResultsFolder(root);

        results.Probe("test-machine", "headline");

        Assert.Empty(Directory.GetFiles(root, "*", SearchOption.AllDirectories));
    }

    [Theory]
    [InlineData("test-machine")]
    [InlineData("test-machine/headline")]
    [InlineData("test-machine/headline/runs")]
    public void Probe_FileInTheFoldersPlace_SaysSoInOneLine(string place)
    {
        var file = Path.Combine(root, place);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, "no folder");

        var error = Assert.Throws<IOException>(() => new ResultsFolder(root).Probe("test-machine", "headline"));

        Assert.Contains("cannot be written", error.Message, StringComparison.Ordinal);
        Assert.False(PlainText.HasControls(error.Message));
    }

    private static string Save(ResultsFolder results, DateTimeOffset started, string suite)
    {
        var run = SampleRun.Headline() with { Started = started, Suite = suite };
        var path = results.NewRunPath(run);
        RunFile.Save(run, path);
        return path;
    }
}
