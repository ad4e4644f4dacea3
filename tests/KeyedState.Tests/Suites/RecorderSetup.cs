using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.CsProj;
using BenchmarkDotNet.Toolchains.Results;
using KeyedState.Benchmarks;
using KeyedState.Benchmarks.Launches;
using KeyedState.Benchmarks.Suites;
using KeyedState.Harness;
using KeyedState.Results;
using Metric = KeyedState.Results.Metric;

namespace KeyedState.Tests.Suites;

/// <summary>A recorder of two states' launches, with a disk and a clock that do as a test says, and notes and reports as launches leave them.</summary>
public abstract class RecorderSetup : IDisposable
{
    private readonly string notes = Directory.CreateTempSubdirectory().FullName;

    internal static LookPlan Look { get; } = LookPlan.BriefAllCores with { Launches = 2, Iterations = 2 };

    internal static IReadOnlyList<StateEntry> States { get; } = [StateEntry.Of(typeof(EmptyState)), StateEntry.Of(typeof(LockState))];

    internal List<StoredRun> Saved { get; } = [];

    internal StringWriter Output { get; } = new();

    internal bool DiskIsFull { get; set; }

    internal bool TimeIsUp { get; set; }

    internal bool CoreIsSlow { get; set; }

    public void Dispose()
    {
        Directory.Delete(notes, recursive: true);
        GC.SuppressFinalize(this);
    }

    private protected RunRecorder Recorder(LookPlan look, Dictionary<BenchmarkCase, PlannedLaunch> launches)
    {
        var planned = LaunchOrder.Plan([.. States.Select(state => new PilotedState(state, look, WorkSize.Unpiloted(1100)))], [look], seed: 3);
        foreach (var (benchmark, launch) in LaunchCases.Make(planned, ImmutableConfigBuilder.Create(SuiteConfig.ForTables()), notes, CsProjCoreToolchain.NetCoreApp10_0))
        {
            launches.Add(benchmark, launch);
        }

        return new RunRecorder(
            RunOf(planned.Count(launch => !launch.IsSpare)), Save, launches, notes, new ProgressWriter(Output, width: null, TimeProvider.System), () => TimeIsUp, _ => CoreIsSlow);
    }

    private protected static LaunchNote Note(int iterations) => Note([.. Enumerable.Range(0, iterations).Select(iteration => iteration * 10.0)]);

    private protected static LaunchNote Note(params double[] times) => LaunchNote.Blank with
    {
        ProcessorCount = 2,
        Observations = [new(Metric.Time.Name, times), new(Metric.Allocated.Name, [.. times.Select((_, iteration) => iteration * 100.0)])],
    };

    private protected static BenchmarkReport ReportOf(BenchmarkCase benchmark, bool success)
    {
        string[] lines = success
            ? ["WorkloadResult   1: 10 op, 1000.00 ns, 100.00 ns/op", "WorkloadResult   2: 10 op, 2000.00 ns, 200.00 ns/op"]
            : [];
        var result = new ExecuteResult(true, success ? 0 : 1, 1, lines, [], [], 1);
        return new BenchmarkReport(success, benchmark, null!, null!, [result], []);
    }

    private protected static StoredRun RunOf(int planned) => new()
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

    private protected void Save(StoredRun run)
    {
        if (DiskIsFull)
        {
            throw new IOException("The disk is full.");
        }

        Saved.Add(run);
    }

    private protected void Leave(PlannedLaunch launch, LaunchNote note) => NoteFile.Write(Path.Combine(notes, launch.NoteName), note);
}
