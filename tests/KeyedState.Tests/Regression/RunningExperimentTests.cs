using KeyedState.Benchmarks.Gate;
using KeyedState.Regression;
using KeyedState.Results;

namespace KeyedState.Tests.Regression;

/// <summary>The calibration's experiments over scripted workers, whose times are known. The scripts need a POSIX shell.</summary>
public sealed class RunningExperimentTests : IDisposable
{
    private const string NeedsShell = "It needs a POSIX shell.";
    private const int Launches = 10;

    private static readonly LookSetup Setup = new(
        LookRules.OneCore with { FirstRound = Launches, SecondRound = Launches }, new Dictionary<string, string>(), () => null, Bound: true, AbsentBecause: null);

    private readonly string folder = Directory.CreateTempSubdirectory("experiment-").FullName;

    public static bool IsWindows => OperatingSystem.IsWindows();

    private string File => Path.Combine(folder, "experiment.jsonl");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory(Skip = NeedsShell, SkipWhen = nameof(IsWindows))]
    [InlineData(1.0, Launches)]
    [InlineData(1.05, 2 * Launches)]
    public void RunLaunch_StoppedOnTheWay_GoesOnUntilTheComparisonIsComplete(double slower, int launches)
    {
        var stopped = Open(slower);
        for (var launch = 0; launch < 4; launch++)
        {
            Assert.False(stopped.RunLaunch());
        }

        var resumed = Open(slower);
        var more = 0;
        while (!resumed.RunLaunch())
        {
            more++;
        }

        Assert.True(resumed.IsDone);
        Assert.Equal(launches - 4, more);
        Assert.Equal(launches, CalibrationFile.Load(File).Count);
    }

    [Fact(Skip = NeedsShell, SkipWhen = nameof(IsWindows))]
    public void Choose_DelaysOfAKnownEffect_AreSizedByIt()
    {
        // The script lets a turn take a nanosecond in each eleventh operation, as a write's delay does.
        var delays = Choose(hiddenTurns: 0, ["Lock", "Owner"], 1.05, 1.10);

        Assert.Equal(["Lock", "Lock", "Owner", "Owner"], delays.Select(delay => delay.State));
        Assert.InRange(delays[0].HeadAmount, 4, 6); // 0.05 × 9 ns × 11
        Assert.InRange(delays[2].HeadAmount, 42, 46); // 0.05 × 80 ns × 11
        Assert.InRange(delays[3].HeadAmount, 85, 91);
    }

    /// <summary>No parabola goes through an effect that begins at some length only, and the one that comes closest chooses 37 turns for 3 %.</summary>
    [Fact(Skip = NeedsShell, SkipWhen = nameof(IsWindows))]
    public void Choose_DelayThatTheProcessorHidesInPart_IsCorrectedByWhatItComesTo()
    {
        var delays = Choose(hiddenTurns: 15, ["Owner"], 1.03, 1.10);

        Assert.InRange(delays[0].HeadAmount, 40, 45); // 15 + 0.03 × 80 ns × 11
        Assert.InRange(delays[1].HeadAmount, 100, 106);
    }

    /// <summary>Under a load a write is delayed by as long as the tail is to grow, and a turn of the script takes a nanosecond.</summary>
    [Fact(Skip = NeedsShell, SkipWhen = nameof(IsWindows))]
    public void RunLaunch_DelayUnderLoad_IsSizedByTheTail()
    {
        var setup = new LookSetup(
            LookRules.Latency with { FirstRound = 1, SliceMilliseconds = 100 }, new Dictionary<string, string>(), () => null, Bound: false, AbsentBecause: null, LoadedBuild.Load);
        var build = new LoadedBuild(folder, "loaded.sh").Publish();
        var experiment = new Experiment(ExperimentKind.Planted, "latency", "planted", setup, null, 1, 1, (_, choose) => choose(["Mailbox"], [Math.Log(3)]));

        new RunningExperiment(experiment, File, build, build, new Random(1), CancellationToken.None).RunLaunch();

        var pair = Assert.Single(Assert.Single(CalibrationFile.Load(File)).Pairs);
        Assert.Equal(("Mailbox", WorkerProtocol.DelayPlant, 0), (pair.Subject.State, pair.Subject.Plant, pair.Subject.BaseAmount));
        Assert.InRange(pair.Subject.HeadAmount, 100_000, 100_001); // (3 − 1) × 50 µs
        Assert.Equal(2.25, Math.Exp(pair.ToPaired().LogRatio(Look.Latency)), 0.1);
    }

    private IReadOnlyList<ComparedState> Choose(int hiddenTurns, IReadOnlyList<string> states, params double[] ratios)
    {
        var worker = new ScriptedBuild(folder, "base.sh") { HiddenTurns = hiddenTurns }.Publish().Worker("base", new Dictionary<string, string>());
        var series = new LaunchSeries(worker, worker, new SlicePilots(worker, 5, () => null, CancellationToken.None), () => null, bound: true, CancellationToken.None);
        using var pair = LaunchPair.Start(worker, worker, new Random(1));
        return DelaySizes.Choose(states, [.. ratios.Select(ratio => Math.Log(ratio))], series, pair.Base, Look.OneCore, new Random(1));
    }

    private RunningExperiment Open(double slower)
    {
        var head = new ScriptedBuild(folder, "head.sh");
        head.Times["Owner"] *= slower;
        return new RunningExperiment(
            new Experiment(ExperimentKind.Same, "experiment", "an experiment", Setup, null, 1, 2, (_, _) => [new ComparedState("Lock"), new ComparedState("Owner")]),
            File,
            new ScriptedBuild(folder, "base.sh").Publish(),
            head.Publish(),
            new Random(1),
            CancellationToken.None);
    }
}
