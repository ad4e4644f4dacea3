using KeyedState.Harness;

namespace KeyedState.Benchmarks.Launches;

/// <summary>A launch as BenchmarkDotNet calls it: it leaves a note for the process that started it, also when the state fails.</summary>
internal sealed class BenchmarkLaunch : IDisposable
{
    private readonly LaunchSettings settings;
    private readonly LaunchPlan plan;
    private readonly StateLaunch launch;
    private FixedWork work;
    private string? error;

    private BenchmarkLaunch(StateEntry entry, LaunchSettings settings, LaunchPlan plan)
    {
        this.settings = settings;
        this.plan = plan;
        work = plan.Work;
        launch = new StateLaunch(entry, plan);
    }

    /// <summary>The state.</summary>
    public StateEntry Entry => launch.Entry;

    /// <summary>Makes the state, warms it up, and parks the workers of the first iteration, by which BenchmarkDotNet only compiles its own code.</summary>
    /// <param name="entry">The state.</param>
    /// <param name="settings">What the suite tells the launch.</param>
    /// <param name="operations">The operations of an iteration where the suite tells nothing.</param>
    public static BenchmarkLaunch Start(StateEntry entry, LaunchSettings settings, int operations)
    {
        var started = new BenchmarkLaunch(entry, settings, settings.Plan ?? WorkSize.Unpiloted(operations));
        started.Guard(started.WarmUp);
        started.Guard(() => started.launch.Park(FixedWork.Small));
        return started;
    }

    public void Park() => Guard(() => launch.Park(work));

    public void Release() => Guard(launch.Release);

    public void Count() => launch.Count();

    public void Dispose()
    {
        LeaveNote();
        if (error is null)
        {
            Guard(launch.Dispose);
        }
    }

    private void WarmUp()
    {
        launch.WarmUp();
        if (settings.Plan is null)
        {
            work = work with { RunLength = Window.AllCores.RunLength(work.OperationsPerWorker, launch.WarmedUp.NanosecondsPerOperation, plan.Scenario.Workers) };
        }
    }

    private void Guard(Action action)
    {
        try
        {
            action();
        }
        catch (Exception exception)
        {
            error = $"{exception.GetType().Name}: {exception.Message}".ReplaceLineEndings(" ");
            LeaveNote();
            throw;
        }
    }

    private void LeaveNote()
    {
        if (!string.IsNullOrEmpty(settings.NotePath))
        {
            NoteFile.Write(settings.NotePath, LaunchNotes.Of(launch, plan.Scenario, error));
        }
    }
}
