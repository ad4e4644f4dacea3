using KeyedState.Benchmarks.Environments;
using KeyedState.Benchmarks.Suites;
using KeyedState.Benchmarks.Suites.Latency;
using KeyedState.Results;

namespace KeyedState.Tests.Latency;

public sealed class GoLaunchesTests
{
    private const string Counts = "{\"readOps\":10,\"writeOps\":1,\"seconds\":0.5,\"cpuSeconds\":0.25}\n";

    private readonly StringWriter output = new();

    [Fact]
    public void Launch_ProgramThatCounts_IsStored()
    {
        var asked = new List<string>();
        using var go = Build((_, arguments) =>
        {
            asked.Add(string.Join(' ', arguments));
            return (0, Counts, "");
        });

        go.Launch(new(GoDesign.SyncMap, Paced: true), round: 2);

        Assert.Equal(GoVariation.All, go.Variations);
        Assert.Equal("sync.Map paced 20 100", Assert.Single(asked));
        Assert.Equal(new StoredGoLaunch("sync.Map", true, 2, 10, 1, 0.5, 0.25), Assert.Single(go.Stored.Launches));
        Assert.Equal(("go version go1.0", null), (go.Stored.Version, go.Stored.AbsentBecause));
    }

    [Fact]
    public void Build_NoGo_SaysSoInOneLineAndLaunchesNothing()
    {
        using var go = GoLaunches.Build(RepositoryRoot.FindSources(), LatencyProtocol.Brief, (_, _, _, _) => (null, "", "No such file"), Progress());

        go.Launch(GoVariation.All[0], round: 0);

        Assert.Equal("there is no go on the path.", go.Stored.AbsentBecause);
        Assert.Equal($"Go is not measured: there is no go on the path.{output.NewLine}", output.ToString());
        Assert.Empty(go.Variations);
    }

    [Fact]
    public void Build_SourcesThatAreNotThere_SaysSo()
    {
        using var go = GoLaunches.Build(Path.Combine(Path.GetTempPath(), "nowhere"), LatencyProtocol.Brief, (_, _, _, _) => throw new InvalidOperationException(), Progress());

        Assert.StartsWith("the sources have no bench", go.Stored.AbsentBecause, StringComparison.Ordinal);
    }

    [Fact]
    public void Build_CompilerThatFails_KeepsItsFirstErrorAndTheVersion()
    {
        using var go = GoLaunches.Build(
            RepositoryRoot.FindSources(), LatencyProtocol.Brief, (_, _, _, arguments) => arguments[0] == "version" ? (0, "go version go1.0\u001b\n", "") : (2, "", "# program\n./main.go:1: wrong\u001b\nmore\n"), Progress());

        Assert.Equal("go build failed: ./main.go:1: wrong\uFFFD.", go.Stored.AbsentBecause);
        Assert.Equal("go version go1.0?", go.Stored.Version);
        Assert.True(go.HasEnded);
    }

    [Theory]
    [InlineData(1, Counts, "panic: lost\ngoroutine 1", "Go: channels, unpaced failed: panic: lost.")]
    [InlineData(null, "", "no such file", "Go: channels, unpaced failed: no such file.")]
    [InlineData(0, "", "", "Go: channels, unpaced printed no counts: it printed nothing.")]
    [InlineData(0, "readOps: 7", "", "Go: channels, unpaced printed no counts: readOps: 7.")]
    [InlineData(0, "{\"readOps\":1,\"writeOps\":1,\"seconds\":1}", "", "Go: channels, unpaced printed no counts: {\"readOps\":1,\"writeOps\":1,\"seconds\":1}.")]
    [InlineData(0, "{\"readOps\":-1,\"writeOps\":1,\"seconds\":1,\"cpuSeconds\":1}", "", "Go: channels, unpaced printed no counts: {\"readOps\":-1,\"writeOps\":1,\"seconds\":1,\"cpuSeconds\":1}.")]
    public void Launch_ProgramThatFails_EndsGoAloneWithAReason(int? exit, string text, string errors, string reason)
    {
        var calls = 0;
        using var go = Build((_, _) => ++calls == 1 ? (0, Counts, "") : (exit, text, errors));

        go.Launch(new(GoDesign.Mutex, Paced: false), round: 0);
        go.Launch(new(GoDesign.Channels, Paced: false), round: 0);
        go.Launch(new(GoDesign.Mutex, Paced: true), round: 0);

        Assert.Equal((2, reason), (calls, go.Stored.AbsentBecause));
        Assert.Single(go.Stored.Launches);
        Assert.Contains($"Go is no longer measured: {reason}", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Launch_ProgramThatHangs_EndsGoAlone()
    {
        using var go = Build((_, _) => throw new OperationCanceledException());

        go.Launch(GoVariation.All[0], round: 0);

        Assert.Equal("it did not end.", go.Stored.AbsentBecause);
    }

    [Fact]
    public void Launch_EveryVariationOfTheProgram_IsStored()
    {
        Assert.SkipWhen(GoHost.Run("go", Path.GetTempPath(), TimeSpan.FromMinutes(1), ["version"]).ExitCode != 0, "Go is not installed.");
        using var go = GoLaunches.Build(RepositoryRoot.FindSources(), LatencyProtocol.Brief, GoHost.Run, Progress());

        foreach (var variation in go.Variations)
        {
            go.Launch(variation, round: 0);
        }

        Assert.Null(go.Stored.AbsentBecause);
        Assert.Equal(GoVariation.All, go.Stored.Launches.Select(launch => new GoVariation(launch.Design, launch.Paced)));
        Assert.All(go.Stored.Launches, launch => Assert.True(launch.Total.Operations > 0, $"{launch}"));
        Assert.All(go.Stored.Launches.Where(launch => launch.Paced), launch => Assert.InRange(launch.Total.Operations, 1, 110 * ((launch.Seconds / StoredPaced.Pause) + 1)));
    }

    private GoLaunches Build(Func<string, IReadOnlyList<string>, (int? ExitCode, string Output, string Errors)> program) => GoLaunches.Build(
        RepositoryRoot.FindSources(),
        LatencyProtocol.Brief,
        (file, _, _, arguments) => arguments[0] is "version" or "build" ? (0, "go version go1.0\n", "") : program(file, arguments),
        Progress());

    private ProgressWriter Progress() => new(output, width: null, TimeProvider.System);
}
