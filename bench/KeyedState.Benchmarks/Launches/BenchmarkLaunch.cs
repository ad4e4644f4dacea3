using KeyedState.Harness;

namespace KeyedState.Benchmarks.Launches;

/// <summary>
/// One launch of a state, driven invocation by invocation: one instance for all of them, or, where the settings say so,
/// one for each.
/// </summary>
internal sealed class BenchmarkLaunch : IDisposable
{
    private readonly LaunchSettings settings;
    private readonly WorkloadInputs inputs;
    private readonly List<InvocationNote> invocations = [];
    private DrivenState driven;
    private ProcessCounters? start;
    private FixedWorkOutcome outcome;
    private LaunchNote note = new();

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

        invocations.Add(new InvocationNote(
            outcome.ReadersEnd.TotalNanoseconds, outcome.WritersEnd.TotalNanoseconds, ProcessCounters.Read().Since(start)));
        start = null;
        note = note with { PeakPoolThreads = Math.Max(note.PeakPoolThreads, ThreadPool.ThreadCount) };
    }

    public void Dispose()
    {
        note = note with
        {
            ProcessorCount = Environment.ProcessorCount,
            ThreadMasks = ThreadMasks.Read(),
            Invocations = invocations,
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
            note.Write(settings.NotePath);
        }
    }
}
