using KeyedState.Harness;

namespace KeyedState.Benchmarks.Launches;

/// <summary>One launch: a state that lives as long as the process, driven invocation by invocation.</summary>
internal sealed class BenchmarkLaunch : IDisposable
{
    // Far beyond the slowest invocation that was ever seen, near enough that a hang does not cost a run its time.
    private static readonly TimeSpan InvocationLimit = TimeSpan.FromSeconds(30);

    private readonly LaunchSettings settings;
    private readonly IKeyedState state;
    private readonly FixedWorkDriver driver;
    private readonly List<InvocationNote> invocations = [];
    private ProcessCounters? start;
    private FixedWorkOutcome outcome;
    private LaunchNote note = new();

    private BenchmarkLaunch(StateEntry entry, LaunchSettings settings)
    {
        this.settings = settings;
        Entry = entry;
        state = Create(entry);
        driver = FixedWorkDriver.Of(entry, state, InvocationLimit);
    }

    /// <summary>The state.</summary>
    public StateEntry Entry { get; }

    /// <summary>Makes the state, warms it up as the environment says, and parks the workers of the first invocation.</summary>
    public static BenchmarkLaunch Start(StateEntry entry)
    {
        var settings = LaunchSettings.FromEnvironment();
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
        driver.Park();
        start = ProcessCounters.Read();
    }

    public void Release() => Guard(() => outcome = driver.Release());

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
        Guard(DisposeOfState);
    }

    private void WarmUp()
    {
        var (took, quiet) = Warmup.Run(driver, settings.Warmup);
        note = note with { WarmupSeconds = took.TotalSeconds, CompilerQuiet = quiet };
    }

    private void DisposeOfState()
    {
        // On another thread, so that a disposal that blocks is noticed too.
        if (note.Error is null && !Task.Run(() => state.DisposeAsync().AsTask()).Wait(InvocationLimit))
        {
            throw new StateHungException(Entry.Name, "its disposal", InvocationLimit);
        }
    }

    private IKeyedState Create(StateEntry entry)
    {
        IKeyedState? created = null;
        Guard(() => created = entry.Create());
        return created!;
    }

    private void Guard(Action action)
    {
        try
        {
            action();
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
