using BenchmarkDotNet.Running;
using KeyedState.Benchmarks.Suites;
using KeyedState.Results;
using Metric = KeyedState.Results.Metric;

namespace KeyedState.Tests.Suites;

/// <summary>Which planned launches a run makes: those that there is time for, and spare ones for states that lack some.</summary>
public sealed class LaunchesLeftOutTests : RecorderSetup
{
    [Fact]
    public void OnStartRunBenchmark_TheTimeIsUp_LeavesOutWhatIsLeft()
    {
        var cases = new Dictionary<BenchmarkCase, PlannedLaunch>();
        var recorder = Recorder(Look, cases);
        foreach (var (benchmark, launch) in cases)
        {
            TimeIsUp = recorder.Run.Launches.Count == 3;
            Leave(launch, Note(5) with { CompilerQuiet = true });
            recorder.OnStartRunBenchmark(benchmark);
            recorder.OnEndRunBenchmark(benchmark, ReportOf(benchmark, success: true));
        }

        Assert.Equal(3, recorder.Run.Launches.Count);
        Assert.Equal((3, 1), (recorder.Run.PlannedLaunches, recorder.Run.LeftOutForTime));
        Assert.Empty(recorder.Run.Failures);
        Assert.Contains("The time is up. Launches left out: 1.", Output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void OnStartRunBenchmark_SpareLaunch_IsMadeForAStateThatLacksOne()
    {
        // One launch of the first state ran while the cores were far apart.
        var run = MakeWithSpares(launch => launch.Entry == States[0] && launch.Round == 1, _ => false);

        Assert.Equal([States[0].Name], run.Launches.Where(launch => launch.Round == 2).Select(launch => launch.State));
        Assert.Equal((5, 5, 0), (run.Launches.Count, run.PlannedLaunches, run.LeftOutForTime));
    }

    [Fact]
    public void OnStartRunBenchmark_TheTimeIsUpBetweenSpareLaunches_LeavesNothingOutThatWasPlanned()
    {
        var run = MakeWithSpares(launch => launch.Round == 1, made => made == 5);

        Assert.Equal((5, 5, 0), (run.Launches.Count, run.PlannedLaunches, run.LeftOutForTime));
        Assert.Single(Output.ToString().Split(Environment.NewLine), line => line.StartsWith("The time is up", StringComparison.Ordinal));
    }

    [Fact]
    public void OnStartRunBenchmark_SlowedDownCore_PutsTheLaunchOff()
    {
        // The core is slowed down in the first round. Whoever stays slow has no launch, and nothing is said to be missing.
        var planned = new Dictionary<BenchmarkCase, PlannedLaunch>();
        var recorder = Recorder(Look with { Placement = KeyedState.Harness.Placement.QuietCore with { Lifetime = KeyedState.Harness.StateLifetime.Launch }, FewestLaunches = 2 }, planned);
        foreach (var (benchmark, launch) in planned)
        {
            CoreIsSlow = launch.Round == 0 || launch.Entry == States[1];
            Leave(launch, WithEnds(Note(5)) with { ProcessorCount = 1, ThreadMasks = ["0"] });
            recorder.OnStartRunBenchmark(benchmark);
            Assert.Equal(recorder.Makes(benchmark), !CoreIsSlow && launch.Round <= 2);
            recorder.OnEndRunBenchmark(benchmark, ReportOf(benchmark, success: true));
        }

        Assert.Equal([(States[0].Name, 1), (States[0].Name, 2)], recorder.Run.Launches.Select(launch => (launch.State, launch.Round)));
        Assert.Equal((2, 0, 2), (recorder.Run.PlannedLaunches, recorder.Run.LeftOutForTime, recorder.Run.LeftOutForPace));
        Assert.Empty(recorder.Run.Failures);
    }

    private static LaunchNote WithEnds(LaunchNote note) => note with
    {
        Observations =
        [
            .. note.Observations,
            .. new[] { Metric.EndOf("readers"), Metric.EndOf("writers") }.Select(end => new Observation(end.Name, note.Of(Metric.Time))),
        ],
    };

    private StoredRun MakeWithSpares(Func<PlannedLaunch, bool> isFar, Func<int, bool> endsAfter)
    {
        var planned = new Dictionary<BenchmarkCase, PlannedLaunch>();
        var sparing = Recorder(Look with { Cores = new(CoreDistance.FarFrom, TimeSpan.FromSeconds(1)), FewestLaunches = 2 }, planned);
        Assert.Equal(8, planned.Count);
        foreach (var (benchmark, launch) in planned)
        {
            TimeIsUp = endsAfter(sparing.Run.Launches.Count);
            sparing.OnStartRunBenchmark(benchmark);
            double[] cores = [.. Enumerable.Repeat(isFar(launch) ? 320.0 : 60, 5)];
            var note = WithEnds(Note(5));
            Leave(launch, note with
            {
                Observations = [.. note.Observations, new(Metric.CoresBefore.Name, cores), new(Metric.CoresAfter.Name, cores)],
            });
            sparing.OnEndRunBenchmark(benchmark, ReportOf(benchmark, success: true));
        }

        return sparing.Run;
    }
}
