using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.Results;
using KeyedState.Benchmarks;
using KeyedState.Benchmarks.Launches;
using KeyedState.Benchmarks.Suites;
using KeyedState.Harness;
using KeyedState.Results;
using Metric = KeyedState.Results.Metric;

namespace KeyedState.Tests.Suites;

public sealed class RunRecorderTests : IDisposable
{
    private static readonly LookPlan Look = LookPlan.BriefAllCores with { Launches = 2, Iterations = 2 };
    private static readonly StateEntry[] States = [StateEntry.Of(typeof(EmptyState)), StateEntry.Of(typeof(LockState))];

    private readonly string notes = Directory.CreateTempSubdirectory().FullName;
    private readonly List<StoredRun> saved = [];
    private bool diskIsFull;
    private bool timeIsUp;
    private readonly StringWriter output = new();
    private readonly Dictionary<BenchmarkCase, PlannedLaunch> cases = [];
    private readonly RunRecorder recorder;

    public RunRecorderTests()
    {
        recorder = Recorder(Look, cases);
    }

    public void Dispose() => Directory.Delete(notes, recursive: true);

    [Fact]
    public void OnStartRunBenchmark_TheTimeIsUp_LeavesOutWhatIsLeft()
    {
        foreach (var (benchmark, launch) in cases)
        {
            timeIsUp = recorder.Run.Launches.Count == 3;
            Leave(launch, Note(5) with { CompilerQuiet = true });
            End(benchmark, success: true);
        }

        Assert.Equal(3, recorder.Run.Launches.Count);
        Assert.Equal((3, 1), (recorder.Run.PlannedLaunches, recorder.Run.LeftOutForTime));
        Assert.Empty(recorder.Run.Failures);
        Assert.Contains("The time is up. Launches left out: 1.", output.ToString(), StringComparison.Ordinal);
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
        Assert.Single(output.ToString().Split(Environment.NewLine), line => line.StartsWith("The time is up", StringComparison.Ordinal));
    }

    [Fact]
    public void OnEndRunBenchmark_EveryLaunch_IsSavedBeforeTheNextStarts()
    {
        foreach (var (benchmark, launch) in cases)
        {
            Leave(launch, Note(5) with { CompilerQuiet = true });
            End(benchmark, success: true);
        }

        Assert.Equal([1, 2, 3, 4], saved.Select(run => run.Launches.Count));
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
        Assert.Contains($"{failing.Name} FAILED: boom", output.ToString(), StringComparison.Ordinal);
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

        recorder.OnEndRunBenchmark(benchmark, ReportOf(benchmark, success: true));

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
            diskIsFull = left.Dequeue();
            End(benchmark, success: true);
            Assert.Equal(diskIsFull ? "The disk is full." : null, recorder.NotStoredBecause);
        }

        Assert.Equal([3, 4], saved.Select(run => run.Launches.Count));
        var said = output.ToString().Split(Environment.NewLine).Where(line => !line.StartsWith('[') && line.Length > 0);
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

        Assert.DoesNotContain('\u001b', output.ToString());
        Assert.DoesNotContain('\u202E', output.ToString());
        Assert.Equal(StoredFailure.LongestError, Assert.Single(recorder.Run.Failures).Error.Length);
        Assert.DoesNotContain('\u001b', recorder.Run.Failures[0].Error);
    }

    private StoredRun MakeWithSpares(Func<PlannedLaunch, bool> isFar, Func<int, bool> endsAfter)
    {
        var planned = new Dictionary<BenchmarkCase, PlannedLaunch>();
        var sparing = Recorder(Look with { Cores = new(CoreDistance.FarFrom, TimeSpan.FromSeconds(1)), FewestLaunches = 2 }, planned);
        Assert.Equal(8, planned.Count);
        foreach (var (benchmark, launch) in planned)
        {
            timeIsUp = endsAfter(sparing.Run.Launches.Count);
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

    private RunRecorder Recorder(LookPlan look, Dictionary<BenchmarkCase, PlannedLaunch> launches)
    {
        var planned = LaunchOrder.Plan([.. States.Select(state => new PilotedState(state, look, WorkSize.Unpiloted(1100)))], [look], seed: 3);
        foreach (var (benchmark, launch) in LaunchCases.Make(planned, ImmutableConfigBuilder.Create(SuiteConfig.ForTables()), notes))
        {
            launches.Add(benchmark, launch);
        }

        return new RunRecorder(
            RunOf(planned.Count(launch => !launch.IsSpare)), Save, launches, notes, new ProgressWriter(output, terminal: false, TimeProvider.System), () => timeIsUp);
    }

    private static LaunchNote Note(int iterations) => Note([.. Enumerable.Range(0, iterations).Select(iteration => iteration * 10.0)]);

    private static LaunchNote Note(params double[] times) => LaunchNote.Blank with
    {
        ProcessorCount = 2,
        Observations = [new(Metric.Time.Name, times), new(Metric.Allocated.Name, [.. times.Select((_, iteration) => iteration * 100.0)])],
    };

    private static BenchmarkReport ReportOf(BenchmarkCase benchmark, bool success)
    {
        string[] lines = success
            ? ["WorkloadResult   1: 10 op, 1000.00 ns, 100.00 ns/op", "WorkloadResult   2: 10 op, 2000.00 ns, 200.00 ns/op"]
            : [];
        var result = new ExecuteResult(true, success ? 0 : 1, 1, lines, [], [], 1);
        return new BenchmarkReport(success, benchmark, null!, null!, [result], []);
    }

    private static StoredRun RunOf(int planned) => new()
    {
        Schema = StoredRun.CurrentSchema,
        Suite = "smoke",
        Started = DateTimeOffset.UnixEpoch,
        Quotable = false,
        OrderSeed = 3,
        PlannedLaunches = planned,
        Machine = new StoredMachine("m", "p", "m", 2, "s", "X64", "r", "g"),
        Source = new StoredSource(null, false, new Dictionary<string, string>()),
        PlannedSeconds = 1,
        HarnessScaling = null,
        Metrics = [],
        BudgetSeconds = 1,
        Scenario = StoredForms.Of(Scenario.GoByExample, 1),
        Looks = [],
        States = [],
        Launches = [],
        Failures = [],
    };

    private void Save(StoredRun run)
    {
        if (diskIsFull)
        {
            throw new IOException("The disk is full.");
        }

        saved.Add(run);
    }

    private void Leave(PlannedLaunch launch, LaunchNote note) => NoteFile.Write(Path.Combine(notes, launch.NoteName), note);

    private void End(BenchmarkCase benchmark, bool success)
    {
        recorder.OnStartRunBenchmark(benchmark);
        recorder.OnEndRunBenchmark(benchmark, ReportOf(benchmark, success));
    }
}
