using KeyedState.Benchmarks.Commands;
using KeyedState.Results;
using KeyedState.Tests.Results;
using KeyedState.Tests.Results.Compound;
using KeyedState.Tests.Results.Kills;
using KeyedState.Tests.Results.Latency;
using KeyedState.Tests.Results.Matrix;
using KeyedState.Tests.Results.Stores;

namespace KeyedState.Tests.Commands;

/// <summary>Runs that come from elsewhere, such as the artifact of a job that ran somebody's code.</summary>
public sealed class CollectCommandTests : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("keyed-state-").FullName;
    private readonly StringWriter output = new();
    private readonly StringWriter error = new();

    private string From => Path.Combine(root, "from");

    private string Into => Path.Combine(root, "into");

    private string Runs => Path.Combine(From, "test-machine", "headline", "runs");

    public void Dispose() => Directory.Delete(root, recursive: true);

    [Fact]
    public void Collect_RunsAmongOtherFiles_TakesTheRunsOnly()
    {
        var path = Save(SampleRun.Headline());
        File.WriteAllText(Path.Combine(From, "test-machine", "headline", "report.md"), "not from the runs");
        File.WriteAllText(Path.Combine(Runs, "notes.json"), "{}");
        File.WriteAllText(Path.Combine(From, "README.md"), "page");

        Assert.Equal(0, Run());

        Assert.Equal([Path.GetRelativePath(From, path)], Files());
        Assert.Equal(File.ReadAllText(path), File.ReadAllText(Path.Combine(Into, Path.GetRelativePath(From, path))));
        Assert.Empty(error.ToString());
    }

    /// <summary>What a run says of itself names its file: no name of the other folder can lead elsewhere.</summary>
    [Fact]
    public void Collect_FolderOfAnotherName_IsNotTakenOver()
    {
        var path = Save(SampleRun.Headline());
        var odd = Directory.CreateDirectory(Path.Combine(From, "odd name", "..headline", "runs")).FullName;
        File.Move(path, Path.Combine(odd, "20200101T000000Z.json"));

        Assert.Equal(0, Run());

        Assert.Equal([Path.Combine("test-machine", "headline", "runs", "20260131T123015Z.json")], Files());
    }

    [Fact]
    public void Collect_RunsOfOtherForms_AreTakenOnceAndStayAsTheyAre()
    {
        var (compound, matrix, latency, stores, kills) = (CompoundSamples.Run(), MatrixSamples.Run(), LatencySamples.Run(), StoresSamples.Run(), KillsSamples.Run());
        string[] paths =
        [
            PathOf(compound, "compound"), PathOf(matrix, "matrix"), PathOf(latency, "latency"), PathOf(stores, "stores"),
            KillsFile.PathOf(new ResultsFolder(From), kills.Machine.Folder, kills.Started),
        ];
        SeriesFile.Save(compound, paths[0]);
        SeriesFile.Save(matrix, paths[1]);
        LatencyFile.Save(latency, paths[2]);
        StoresFile.Save(stores, paths[3]);
        KillsFile.Save(kills, paths[4]);

        Assert.Equal((0, 0), (Run(), Run()));

        Assert.Equal(paths.Select(path => Path.GetRelativePath(From, path)).Order(StringComparer.Ordinal), Files().Order(StringComparer.Ordinal));
        Assert.All(paths, path => Assert.Equal(File.ReadAllText(path), File.ReadAllText(Path.Combine(Into, Path.GetRelativePath(From, path)))));
    }

    [Fact]
    public void Collect_RunOfAnotherSuite_IsRefused()
    {
        SeriesFile.Save(CompoundSamples.Run(), PathOf(CompoundSamples.Run(), "matrix"));

        Assert.Equal(1, Run());

        Assert.Contains("it is of the suite compound", error.ToString(), StringComparison.Ordinal);
    }

    /// <summary>A field that stands in no run, an older version's file, and a text: each in one line, and the others are taken.</summary>
    [Theory]
    [InlineData("no run", "is damaged or not a stored run")]
    [InlineData("{\"schema\":1}", "older version")]
    [InlineData("{\"schema\":2,\"hidden\":\"text\"}", "version")]
    public void Collect_RunThatCannotBeUsed_IsNamedAndTheOthersAreTaken(string text, string expected)
    {
        var usable = Save(SampleRun.Headline());
        File.WriteAllText(Path.Combine(Runs, "20260201T000000Z.json"), text);

        Assert.Equal(1, Run());

        Assert.Equal([Path.GetRelativePath(From, usable)], Files());
        Assert.Contains(expected, Assert.Single(error.ToString().TrimEnd().Split('\n')), StringComparison.Ordinal);
    }

    [Fact]
    public void Collect_FolderWhoseNameHasLines_IsToldInOne()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Names have no lines there.");
        var odd = Directory.CreateDirectory(Path.Combine(From, "odd\n::stop-commands::x", "headline", "runs")).FullName;
        File.WriteAllText(Path.Combine(odd, "20260201T000000Z.json"), "no run");

        Assert.Equal(1, Run());

        Assert.Single(error.ToString().TrimEnd().Split('\n'));
    }

    [Fact]
    public void Collect_LinkToAFileOfThisMachine_TakesNothingOfIt()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need a right there that a user does not have.");
        var secret = Path.Combine(root, "secret");
        File.WriteAllText(secret, "secret");
        Directory.CreateDirectory(Runs);
        File.CreateSymbolicLink(Path.Combine(Runs, "20260201T000000Z.json"), secret);

        Assert.Equal(1, Run());

        Assert.Empty(Files());
        Assert.DoesNotContain("secret\"", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Collect_Again_ChangesNothing()
    {
        var path = Save(SampleRun.Headline());
        Assert.Equal(0, Run());
        var stored = Path.Combine(Into, Path.GetRelativePath(From, path));
        File.WriteAllText(stored, File.ReadAllText(stored).ReplaceLineEndings("\r\n"));

        Assert.Equal(0, Run());

        Assert.Contains('\r', File.ReadAllText(stored));
    }

    [Fact]
    public void Collect_AnotherRunOfThatTime_IsRefusedAndTheStoredOneStays()
    {
        Save(SampleRun.Headline());
        Assert.Equal(0, Run());
        Save(SampleRun.Headline() with { OrderSeed = 43 });

        Assert.Equal(1, Run());

        Assert.Contains("is not the run that is stored", error.ToString(), StringComparison.Ordinal);
        Assert.Equal(42, RunFile.Load(Path.Combine(Into, Files().Single())).OrderSeed);
    }

    [Theory]
    [InlineData]
    [InlineData("extra", "extra")]
    public void Collect_WrongCallOrNoRun_SaysSoInOneLineAndReturns2(params string[] more)
    {
        Assert.Equal(2, Run(more));

        Assert.Empty(Files());
        Assert.Single(error.ToString().TrimEnd().Split('\n'));
    }

    [Fact]
    public void Report_AnotherResultsFolder_GetsItsPages()
    {
        Save(SampleRun.Headline());
        Assert.Equal(0, Run());

        Assert.Equal(0, SuiteCommandLine.Run(["report", "--results", Into], output, error));

        Assert.Contains(Files(), file => Path.GetFileName(file) == "report.md");
        Assert.True(File.Exists(Path.Combine(Into, "README.md")));
    }

    [Fact]
    public void Report_ReadmeOfAnotherResultsFolder_IsRefused()
    {
        Assert.Equal(2, SuiteCommandLine.Run(["report", "--readme", "--results", Into], output, error));

        Assert.Contains("leave out --readme or --results", error.ToString(), StringComparison.Ordinal);
    }

    private string[] Files() => Directory.Exists(Into)
        ? [.. Directory.GetFiles(Into, "*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(Into, path)).Where(path => path != ".lock")]
        : [];

    private string PathOf(ISuiteRun run, string suite) => SuiteFolder.Of(new ResultsFolder(From), run.Machine, suite).PathOf(run.Started);

    private string Save(StoredRun run)
    {
        var path = new ResultsFolder(From).NewRunPath(run);
        RunFile.Save(run, path);
        return path;
    }

    private int Run(params string[] more) => SuiteCommandLine.Run(["collect", From, "--results", Into, .. more], output, error);
}
