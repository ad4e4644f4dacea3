using KeyedState.Harness;
using KeyedState.Results;

namespace KeyedState.Benchmarks.Launches;

/// <summary>
/// One launch of a state, driven invocation by invocation: one instance for all of them, or, where the settings say so,
/// one for each.
/// </summary>
internal sealed class BenchmarkLaunch : IDisposable
{
    private readonly LaunchSettings settings;
    private readonly WorkloadInputs inputs;
    private readonly List<(FixedWorkOutcome Outcome, ProcessCounters Counted)> iterations = [];
    private DrivenState driven;
    private ProcessCounters? start;
    private FixedWorkOutcome outcome;
    private LaunchNote note = LaunchNote.Blank;

    private BenchmarkLaunch(StateEntry entry, LaunchSettings settings)
    {
        this.settings = settings;
        Entry = entry;
        inputs = WorkloadInputs.Draw(Workload.For(entry.Declared.Cost));
        driven = Guard(Create);
    }

    /// <summary>The state.</summary>
    public StateEntry Entry { get; }

    /// <summary>Makes the state, warms it up, and parks the workers of the first invocation.</summary>
    public static BenchmarkLaunch Start(StateEntry entry, LaunchSettings settings)
    {
        if (settings.IsCalledOff(entry.Name))
        {
            throw new OperationCanceledException($"{entry.Name} failed in an earlier launch.");
        }

        var launch = new BenchmarkLaunch(entry, settings);
        launch.Guard(launch.WarmUp);
        launch.Park();
        return launch;
    }

    public void Park()
    {
        if (settings.FreshState)
        {
            Guard(Renew);
        }

        driven.Driver.Park();
        start = ProcessCounters.Read();
    }

    public void Release() => Guard(() => outcome = driven.Driver.Release());

    public void Count()
    {
        if (start is null)
        {
            return;
        }

        iterations.Add((outcome, ProcessCounters.Read().Since(start)));
        start = null;
        note = note with { PeakPoolThreads = Math.Max(note.PeakPoolThreads, ThreadPool.ThreadCount) };
    }

    public void Dispose()
    {
        note = note with
        {
            ProcessorCount = Environment.ProcessorCount,
            ThreadMasks = ThreadMasks.Read(),
            Observations =
            [
                Observed(Metric.Time, one => Math.Max(one.Outcome.ReadersEnd.TotalNanoseconds, one.Outcome.WritersEnd.TotalNanoseconds)),
                Observed(Metric.EndOf("readers"), one => one.Outcome.ReadersEnd.TotalNanoseconds),
                Observed(Metric.EndOf("writers"), one => one.Outcome.WritersEnd.TotalNanoseconds),
                Observed(Metric.Allocated, one => one.Counted.AllocatedBytes),
                Observed(Metric.Gen0, one => one.Counted.Gen0),
                Observed(Metric.Gen1, one => one.Counted.Gen1),
                Observed(Metric.Gen2, one => one.Counted.Gen2),
                Observed(Metric.WorkItems, one => one.Counted.CompletedWorkItems),
                Observed(Metric.LockContentions, one => one.Counted.LockContentions),
            ],
        };
        LeaveNote();
        if (note.Error is null)
        {
            Guard(driven.Dispose);
        }
    }

    private void WarmUp()
    {
        var (took, quiet) = Warmup.Run(driven.Driver, settings.Warmup);
        note = note with { WarmupSeconds = took.TotalSeconds, CompilerQuiet = quiet };
    }

    private Observation Observed(Metric metric, Func<(FixedWorkOutcome Outcome, ProcessCounters Counted), double> value) =>
        new(metric.Name, [.. iterations.Select(value)]);

    private DrivenState Create() => new(Entry, inputs);

    /// <summary>
    /// Another state in place of the one so far. What the last invocation left behind is collected before this one is made:
    /// collected afterwards, this one would be of an older generation than its callers, and the stores between them would be
    /// noted for the collector, at a cost that differs from launch to launch.
    /// </summary>
    private void Renew()
    {
        driven.Dispose();
        GC.Collect();
        driven = Create();
        driven.Settle();
    }

    private void Guard(Action action) => Guard(() =>
    {
        action();
        return true;
    });

    private T Guard<T>(Func<T> action)
    {
        try
        {
            return action();
        }
        catch (Exception exception)
        {
            note = note with { Error = $"{exception.GetType().Name}: {exception.Message}".ReplaceLineEndings(" ") };
            LeaveNote();
            throw;
        }
    }

    private void LeaveNote()
    {
        if (!string.IsNullOrEmpty(settings.NotePath))
        {
            NoteFile.Write(settings.NotePath, note);
        }
    }
}
