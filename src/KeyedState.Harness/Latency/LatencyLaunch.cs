namespace KeyedState.Harness;

/// <summary>A state in this process under protocols that go by time, each with a fresh instance that has been warmed up.</summary>
/// <param name="entry">The state's entry in the catalogue; not one that no two threads may touch.</param>
/// <param name="scenario">What its callers do: reads and writes.</param>
/// <param name="create">Makes the instance, where it is not just what the entry makes.</param>
public sealed class LatencyLaunch(StateEntry entry, Scenario scenario, Func<IKeyedState>? create = null)
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    // What a state that failed may take for its disposal; what it fails by then is told already.
    private static readonly TimeSpan LimitAfterFailure = TimeSpan.FromSeconds(2);

    /// <summary>Drives it in a closed loop.</summary>
    /// <param name="plan">For how long.</param>
    /// <exception cref="Exception">Whatever the state threw, as it threw it, or that it hung.</exception>
    public ClosedLoopOutcome Run(ClosedLoopPlan plan) => Drive<ClosedLoopOutcome>(state => new ClosedLoop(entry.Name, state, scenario, LoopTime.Real, plan).Run);

    /// <summary>Drives it in an open loop.</summary>
    /// <param name="plan">When operations arrive.</param>
    /// <exception cref="Exception">Whatever the state threw, as it threw it, or that it hung.</exception>
    public OpenLoopOutcome Run(OpenLoopPlan plan)
    {
        var schedule = plan.Draw(scenario.Workers);
        return Drive<OpenLoopOutcome>(state => new OpenLoop(entry.Name, state, scenario, LoopTime.Real, plan, schedule).Run);
    }

    /// <summary>Drives it as the original program does: every worker pauses for a millisecond after each operation.</summary>
    /// <param name="window">How long the count goes on; more than zero.</param>
    /// <exception cref="Exception">Whatever the state threw, as it threw it, or that it hung.</exception>
    public PacedOutcome RunPaced(TimeSpan window) => Drive<PacedOutcome>(state => () => PacedRun.Run(entry.Name, state, WarmupPlan.Untiered, window, Limit));

    private T Drive<T>(Func<IKeyedState, Func<T>> prepare)
    {
        if (entry.Declared.OneThread)
        {
            throw new InvalidOperationException($"{entry.Name} is for one thread, and a loop has callers on all.");
        }

        var state = create is null ? entry.Create() : create();
        var outcome = Drive(state, prepare);
        return DisposeOf(state).Wait(Limit) ? outcome : throw new StateHungException(entry.Name, "its disposal", Limit);
    }

    private T Drive<T>(IKeyedState state, Func<IKeyedState, Func<T>> prepare)
    {
        try
        {
            Warmup.Run(new FixedWorkDriver(entry.Name, state, scenario, Limit), WarmupPlan.Untiered, scenario, FixedWork.Small);
            var drive = prepare(state);

            // What was driven before in this process, and what this took to prepare, must not be collected while it is measured.
            GC.Collect();
            return drive();
        }
        catch
        {
            Task.WaitAny([DisposeOf(state)], LimitAfterFailure);
            throw;
        }
    }

    private static Task DisposeOf(IKeyedState state) => Task.Run(() => state.DisposeAsync().AsTask());
}
