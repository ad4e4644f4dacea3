namespace KeyedState.Harness;

/// <summary>
/// One instance of a state that loops of several scenarios are driven on, one after the other, so that an engine which takes long to start is
/// started once.
/// </summary>
/// <remarks>The values that one scenario leaves are there in the next, unless that one's keys are filled.</remarks>
/// <param name="entry">The state's entry in the catalogue; not one that no two threads may touch.</param>
public sealed class LoopSession(StateEntry entry) : IDisposable
{
    // An engine in another process may have to be started, and stopped.
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(90);

    /// <summary>The instance.</summary>
    public IKeyedState State { get; } = entry.Create();

    /// <summary>Drives it in a closed loop.</summary>
    /// <param name="scenario">What its callers do; it offers what they need.</param>
    /// <param name="plan">For how long.</param>
    /// <param name="meters">Read at both ends of the measured part.</param>
    /// <exception cref="Exception">Whatever the state threw, as it threw it, or that it hung.</exception>
    public ClosedLoopOutcome Run(Scenario scenario, ClosedLoopPlan plan, params IReadOnlyList<Func<double>> meters)
    {
        Prepare(scenario);
        var loop = new ClosedLoop(entry.Name, State, scenario, LoopTime.Real, plan, meters);

        // What was driven before in this process must not be collected while this is measured.
        GC.Collect();
        return loop.Run();
    }

    /// <summary>Drives it in an open loop.</summary>
    /// <param name="scenario">What its callers do: reads and writes.</param>
    /// <param name="plan">When operations arrive.</param>
    /// <exception cref="Exception">Whatever the state threw, as it threw it, or that it hung.</exception>
    public OpenLoopOutcome Run(Scenario scenario, OpenLoopPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        Prepare(scenario);
        var loop = new OpenLoop(entry.Name, State, scenario, LoopTime.Real, plan, plan.Draw(scenario.Workers));
        GC.Collect();
        return loop.Run();
    }

    /// <summary>Disposes of the instance.</summary>
    /// <exception cref="StateHungException">That did not end.</exception>
    public void Dispose() => Await("its disposal", Task.Run(() => State.DisposeAsync().AsTask()));

    private void Prepare(Scenario scenario)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        if (!scenario.Needs.All(entry.Offers))
        {
            throw new InvalidOperationException($"{entry.Name} does not offer what the scenario {scenario.Name} needs.");
        }

        Await("filling it", FillAsync(scenario.Keys));
    }

    private Task FillAsync(KeySpace keys) => !keys.Filled ? Task.CompletedTask : Task.Run(async () =>
    {
        for (var key = 0; key < keys.Count; key++)
        {
            await State.WriteAsync(key, keys.Opening ?? key);
        }
    });

    private void Await(string doing, Task work)
    {
        if (Task.WaitAny([work], Limit) < 0)
        {
            throw new StateHungException(entry.Name, doing, Limit);
        }

        work.GetAwaiter().GetResult();
    }
}
