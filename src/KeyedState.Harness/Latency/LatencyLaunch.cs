namespace KeyedState.Harness;

/// <summary>A state in this process under protocols that go by time, each with a fresh instance that has been warmed up.</summary>
/// <param name="entry">The state's entry in the catalogue; not one that no two threads may touch.</param>
/// <param name="scenario">What its callers do: reads and writes.</param>
public sealed class LatencyLaunch(StateEntry entry, Scenario scenario)
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    /// <summary>Drives it in a closed loop.</summary>
    /// <param name="plan">For how long.</param>
    /// <exception cref="Exception">Whatever the state threw, as it threw it, or that it hung.</exception>
    public ClosedLoopOutcome Run(ClosedLoopPlan plan) => Drive(state => new ClosedLoop(entry.Name, state, scenario, LoopTime.Real, plan).Run());

    /// <summary>Drives it in an open loop.</summary>
    /// <param name="plan">When operations arrive.</param>
    /// <exception cref="Exception">Whatever the state threw, as it threw it, or that it hung.</exception>
    public OpenLoopOutcome Run(OpenLoopPlan plan) => Drive(state => new OpenLoop(entry.Name, state, scenario, LoopTime.Real, plan).Run());

    private T Drive<T>(Func<IKeyedState, T> drive)
    {
        if (entry.Declared.OneThread)
        {
            throw new InvalidOperationException($"{entry.Name} is for one thread, and a loop has callers on all.");
        }

        // What was driven before in this process must not be collected during this.
        GC.Collect();
        var state = entry.Create();
        Warmup.Run(new FixedWorkDriver(entry.Name, state, scenario, Limit), WarmupPlan.Untiered, scenario, FixedWork.Small);
        var outcome = drive(state);
        return Task.Run(() => state.DisposeAsync().AsTask()).Wait(Limit) ? outcome : throw new StateHungException(entry.Name, "its disposal", Limit);
    }
}
