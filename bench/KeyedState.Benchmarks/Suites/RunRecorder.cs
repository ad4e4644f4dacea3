using System.Diagnostics;
using System.Globalization;
using BenchmarkDotNet.EventProcessors;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.Results;
using BenchmarkDotNet.Validators;
using KeyedState.Benchmarks.Environments;
using KeyedState.Benchmarks.Launches;
using KeyedState.Results;

namespace KeyedState.Benchmarks.Suites;

/// <summary>Follows BenchmarkDotNet through a run: binds what must be bound, and has every launch on disk before the next starts.</summary>
/// <param name="run">The run as it stands before the first launch.</param>
/// <param name="save">Puts the run on disk, whole.</param>
/// <param name="launches">What each case is a launch of.</param>
/// <param name="noteFolder">Where the launches leave their notes.</param>
/// <param name="progress">Who is told.</param>
/// <param name="isTimeUp">Whether no further launch may start.</param>
/// <param name="isCoreSlow">Whether something slows the core of the calling thread down, looked at for so long at most.</param>
/// <param name="interruption">Who may break the run off; null for nobody.</param>
internal sealed class RunRecorder(
    StoredRun run,
    Action<StoredRun> save,
    IReadOnlyDictionary<BenchmarkCase, PlannedLaunch> launches,
    string noteFolder,
    ProgressWriter progress,
    Func<bool> isTimeUp,
    Func<TimeSpan, bool> isCoreSlow,
    Interruption? interruption = null) : EventProcessor
{
    // Spare launches come last, and waiting is all that is left to do.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private readonly RunStore<StoredRun> store = new(save, progress);
    private readonly List<MeasuredLaunch> measured = [];
    private readonly HashSet<StateEntry> calledOff = [];
    private readonly HashSet<PlannedLaunch> ended = [];
    private PlannedLaunch? current;
    private long buildStarted;
    private bool isTimeOver;
    private CoreBinding? binding;

    /// <summary>The run as it stands.</summary>
    public StoredRun Run { get; private set; } = run;

    /// <summary>Why the run as it stands is not on disk, in one line; null when it is.</summary>
    public string? NotStoredBecause => store.NotStoredBecause;

    /// <summary>By how much BenchmarkDotNet's build took longer than the plan expects.</summary>
    public TimeSpan BuildOverrun { get; private set; }

    /// <summary>The launches that gave a result.</summary>
    public IReadOnlyList<MeasuredLaunch> Measured => measured;

    public override void OnValidationError(ValidationError validationError)
    {
        if (validationError.IsCritical)
        {
            progress.Say($"BenchmarkDotNet refuses to run: {validationError.Message}");
        }
    }

    public override void OnStartBuildStage(IReadOnlyList<BuildPartition> partitions) => buildStarted = Stopwatch.GetTimestamp();

    public override void OnEndBuildStage()
    {
        BuildOverrun = LaunchBudget.Overrun(Stopwatch.GetElapsedTime(buildStarted));
        if (BuildOverrun > TimeSpan.Zero)
        {
            progress.Say(string.Create(CultureInfo.InvariantCulture, $"The build was slow, and the run takes {BuildOverrun.TotalMinutes:0.0} minutes more for it."));
        }
    }

    public override void OnBuildComplete(BuildPartition partition, BuildResult buildResult)
    {
        if (BuildFailure.Of(buildResult) is { } reason)
        {
            progress.Say($"BenchmarkDotNet could not build the launches, and its log has the whole output: {reason}");
        }
    }

    public override void OnStartRunBenchmark(BenchmarkCase benchmarkCase)
    {
        interruption?.Pass();
        var launch = launches[benchmarkCase];
        if (!isTimeOver && isTimeUp())
        {
            EndForTime();
        }

        if (launch.Look.Placement.OneCore)
        {
            binding = CoreBinding.ToOneCoreWherePossible();
        }

        current = IsToBeMade(launch) ? launch : null;
        if (current is null)
        {
            Unbind();
        }
        else
        {
            progress.Start(launch);
        }
    }

    /// <summary>Whether the launch that starts is made; else nothing comes of it.</summary>
    /// <param name="benchmarkCase">Its case.</param>
    public bool Makes(BenchmarkCase benchmarkCase) => launches[benchmarkCase] == current;

    public override void OnEndRunBenchmark(BenchmarkCase benchmarkCase, BenchmarkReport report)
    {
        Unbind();
        interruption?.Pass();
        var planned = launches[benchmarkCase];
        if (!Makes(benchmarkCase))
        {
            return;
        }

        var (launch, failure) = LaunchReader.Read(planned, report, NoteFile.Read(Path.Combine(noteFolder, planned.NoteName)));
        if (launch is not null)
        {
            ended.Add(planned);
            measured.Add(new(planned, report, launch));
            Run = Run with { Launches = [.. Run.Launches, launch] };
        }

        if (failure is not null)
        {
            Note(failure, planned);
        }

        store.Put(Run);
    }

    /// <summary>Ends the run with the machine's card after its last launch.</summary>
    public void End(StoredCard after)
    {
        Run = Run with { Cards = Run.Cards! with { After = after } };
        store.Put(Run);
    }

    private bool IsToBeMade(PlannedLaunch launch)
    {
        if (calledOff.Contains(launch.Entry))
        {
            LeaveOut(launch);
            return false;
        }

        if (launch.IsSpare && HasEnough(launch))
        {
            return false;
        }

        // A spare one is made for it, when the core may be left alone again.
        if (launch.Look.Pace && isCoreSlow(launch.IsSpare ? Patience : TimeSpan.Zero))
        {
            Run = launch.IsSpare ? Run : Run with { PlannedLaunches = Run.PlannedLaunches - 1, LeftOutForPace = Run.LeftOutForPace + 1 };
            LeaveOut(launch);
            return false;
        }

        if (launch.IsSpare)
        {
            Run = Run with { PlannedLaunches = Run.PlannedLaunches + 1, LeftOutForPace = Math.Max(0, Run.LeftOutForPace - (launch.Look.Pace ? 1 : 0)) };
            progress.Add();
        }

        return true;
    }

    private bool HasEnough(PlannedLaunch spare)
    {
        var (distance, pace) = (CoreDistance.MostlyOf(Run), QuietPace.Of(Run));
        return spare.Look.FewestLaunches <= Run.Launches.Count(launch =>
            launch.State == spare.Entry.Name && launch.Look == spare.Look.Look && LaunchFigure.Of(launch, Run.Scenario.Roles, distance, pace) is not null);
    }

    private void LeaveOut(PlannedLaunch launch)
    {
        if (!launch.IsSpare)
        {
            ended.Add(launch);
            progress.Skip();
        }
    }

    private void Unbind()
    {
        binding?.Dispose();
        binding = null;
    }

    private void EndForTime()
    {
        isTimeOver = true;
        var left = launches.Values.Select(launch => launch.Entry).Distinct().Except(calledOff).ToArray().Sum(CallOff);
        Run = Run with { LeftOutForTime = left, PlannedLaunches = Run.PlannedLaunches - left };
        progress.Say($"The time is up. Launches left out: {left}.");
    }

    private void Note(StoredFailure untidy, PlannedLaunch planned)
    {
        var failure = untidy.Tidied();
        if (failure.Discarded)
        {
            ended.Add(planned);
        }

        progress.Say($"{failure.State} {(failure.Discarded ? "DISCARDED" : "FAILED")}: {failure.Error}");
        Run = Run with
        {
            Failures = [.. Run.Failures, failure],
            PlannedLaunches = Run.PlannedLaunches - (failure.Discarded ? 1 : CallOff(planned.Entry) + (planned.IsSpare ? 1 : 0)),
        };
    }

    /// <returns>How many launches of the state there will not be.</returns>
    private int CallOff(StateEntry entry)
    {
        calledOff.Add(entry);
        return launches.Values.Count(launch => launch.Entry == entry && !launch.IsSpare && !ended.Contains(launch));
    }
}
