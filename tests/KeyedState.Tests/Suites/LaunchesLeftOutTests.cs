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
            var note = Note(5);
            Leave(launch, note with
            {
                Observations =
                [
                    .. note.Observations,
                    .. new[] { Metric.EndOf("readers"), Metric.EndOf("writers") }.Select(end => new Observation(end.Name, note.Of(Metric.Time))),
                    new(Metric.CoresBefore.Name, cores),
                    new(Metric.CoresAfter.Name, cores),
                ],
            });
            sparing.OnEndRunBenchmark(benchmark, ReportOf(benchmark, success: true));
        }

        return sparing.Run;
    }
}
