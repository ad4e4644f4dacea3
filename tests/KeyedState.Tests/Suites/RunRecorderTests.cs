using BenchmarkDotNet.Running;
using KeyedState.Benchmarks;
using KeyedState.Benchmarks.Suites;
using KeyedState.Results;
using Metric = KeyedState.Results.Metric;

namespace KeyedState.Tests.Suites;

public sealed class RunRecorderTests : RecorderSetup
{
    private readonly Dictionary<BenchmarkCase, PlannedLaunch> cases = [];
    private readonly RunRecorder recorder;

    public RunRecorderTests() => recorder = Recorder(Look, cases);

    [Fact]
    public void OnEndRunBenchmark_EveryLaunch_IsSavedBeforeTheNextStarts()
    {
        foreach (var (benchmark, launch) in cases)
        {
            Leave(launch, Note(5) with { CompilerQuiet = true });
            End(benchmark, success: true);
        }

        Assert.Equal([1, 2, 3, 4], Saved.Select(run => run.Launches.Count));
        Assert.Empty(recorder.Run.Failures);
        Assert.Equal(4, recorder.Measured.Count);
    }

    [Fact]
    public void OnEndRunBenchmark_TheMeasuredIterations_AreTheLast()
    {
        var (benchmark, planned) = cases.First();
        Leave(planned, Note(5));

        End(benchmark, success: true);

        var launch = Assert.Single(recorder.Run.Launches);
        Assert.Equal([30.0, 40.0], launch.Note.Of(Metric.Time));
        Assert.Equal([300.0, 400.0], launch.Note.Of(Metric.Allocated));
        Assert.Equal((1100, 64), (launch.Operations, launch.RunLength));
    }

    [Fact]
    public void OnEndRunBenchmark_StateThatFails_IsNamedAndCalledOffAndTheOthersGoOn()
    {
        var failing = cases.First().Value.Entry;
        foreach (var (benchmark, launch) in cases)
        {
            Leave(launch, launch.Entry == failing
                ? LaunchNote.Blank with { Error = "boom" }
                : Note(5));
            End(benchmark, success: launch.Entry != failing);
        }

        Assert.Equal(new StoredFailure(failing.Name, Look.Look, "boom"), Assert.Single(recorder.Run.Failures));
        Assert.Equal(2, recorder.Run.Launches.Count);
        Assert.Equal(2, recorder.Run.PlannedLaunches);
        Assert.Contains($"{failing.Name} FAILED: boom", Output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void OnEndRunBenchmark_LaunchWithoutANote_Fails()
    {
        End(cases.First().Key, success: true);

        Assert.StartsWith("the launch ended without a result", Assert.Single(recorder.Run.Failures).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void OnEndRunBenchmark_WorkersThatEndAfterTheIteration_AreNotItsOwn()
    {
        var (benchmark, planned) = cases.First();
        Leave(planned, Note(0, 10, 20, 2001, 40));

        End(benchmark, success: true);

        Assert.Equal("the launch's note does not fit BenchmarkDotNet's measurements", Assert.Single(recorder.Run.Failures).Error);
    }

    [Fact]
    public void OnEndRunBenchmark_PinnedLaunchOnTwoCores_IsDiscardedAndTheStateGoesOn()
    {
        var planned = new PlannedLaunch(new PilotedState(States[0], LookPlan.OneCore with { Iterations = 2 }, WorkSize.Unpiloted(1100)), 0);
        var benchmark = cases.First().Key;
        cases[benchmark] = planned;
        Leave(planned, Note(5) with { ProcessorCount = 1, ThreadMasks = ["0", "0-1"] });

        End(benchmark, success: true);

        var failure = Assert.Single(recorder.Run.Failures);
        Assert.True(failure.Discarded);
        Assert.Equal("the launch was not bound to one core (processors: 1, masks: 0 0-1)", failure.Error);
        Assert.Equal(3, recorder.Run.PlannedLaunches);
    }

    [Fact]
    public void OnEndRunBenchmark_DiskThatIsFullForAWhile_LosesNothingAndSaysSoOnce()
    {
        var left = new Queue<bool>([true, true, false, false]);
        foreach (var (benchmark, launch) in cases)
        {
            Leave(launch, Note(5));
            DiskIsFull = left.Dequeue();
            End(benchmark, success: true);
            Assert.Equal(DiskIsFull ? "The disk is full." : null, recorder.NotStoredBecause);
        }

        Assert.Equal([3, 4], Saved.Select(run => run.Launches.Count));
        var said = Output.ToString().Split(Environment.NewLine).Where(line => !line.StartsWith('[') && line.Length > 0);
        Assert.Equal(
            ["The disk is full. The figures are kept in memory, and storing is tried again after every launch.", "The run is stored again, with every launch so far."],
            said);
    }

    [Fact]
    public void OnEndRunBenchmark_ErrorThatMovesTheCursor_IsPlainOnTheConsoleAndInTheRun()
    {
        var (benchmark, planned) = cases.First();
        Leave(planned, LaunchNote.Blank with { Error = "\u001b[2Jboom\u202E" + new string('x', 10_000) });

        End(benchmark, success: false);

        Assert.DoesNotContain('\u001b', Output.ToString());
        Assert.DoesNotContain('\u202E', Output.ToString());
        Assert.Equal(StoredFailure.LongestError, Assert.Single(recorder.Run.Failures).Error.Length);
        Assert.DoesNotContain('\u001b', recorder.Run.Failures[0].Error);
    }

    private void End(BenchmarkCase benchmark, bool success)
    {
        recorder.OnStartRunBenchmark(benchmark);
        recorder.OnEndRunBenchmark(benchmark, ReportOf(benchmark, success));
    }
}
