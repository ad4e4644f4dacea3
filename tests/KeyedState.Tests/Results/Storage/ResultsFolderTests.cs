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
    public void NewestRun_AfterSeveral_IsTheLatestAndNothingElse()
    {
        var results = new ResultsFolder(root);
        var started = SampleRun.Headline().Started;
        string[] paths = [.. Enumerable.Range(0, 3).Reverse().Select(day => Save(results, started.AddDays(day), "headline"))];
        File.WriteAllText(paths[0] + ".tmp", "half");
        File.WriteAllText(Path.Combine(Path.GetDirectoryName(paths[0])!, "zzz.json"), "no run");

        Assert.Equal(paths[0], results.NewestRun("test-machine", "headline"));
        Assert.Equal(3, results.RunsOf("test-machine", "headline").Count);
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
        Assert.Null(results.NewestRun("a", "b"));
    }

    private static string Save(ResultsFolder results, DateTimeOffset started, string suite)
    {
        var run = SampleRun.Headline() with { Started = started, Suite = suite };
        var path = results.NewRunPath(run);
        RunFile.Save(run, path);
        return path;
    }
}
