namespace KeyedState.Harness;

/// <summary>The loops on this machine, with states of which it is known beforehand what must be measured.</summary>
public static class LatencySelfTest
{
    private static readonly ClosedLoopPlan Closed = ClosedLoopPlan.Usual with { Window = TimeSpan.FromSeconds(1) };
    private static readonly OpenLoopPlan Open = new(10_000, TimeSpan.FromMilliseconds(100), TimeSpan.FromSeconds(2), Closed.Run, Even: false, Seed: 1);

    /// <summary>The closed loop over a state that lets everybody wait: by Little's law, operations per second times the mean time are the workers.</summary>
    public static ClosedLoopOutcome Waiting() => Run(new WaitingState(), state => new ClosedLoop("Waiting", state, Scenario.GoByExample, LoopTime.Real, Closed).Run());

    /// <summary>The closed loop over a state that blocks everybody for 10 ms in every 100.</summary>
    public static ClosedLoopOutcome StallingClosed() => Run(new StallingState(), state => new ClosedLoop("Stalling", state, Scenario.GoByExample, LoopTime.Real, Closed).Run());

    /// <summary>The open loop over the same: a hundredth of the operations is due in the first millisecond of a stall, and waits for 9 ms and more.</summary>
    public static OpenLoopOutcome StallingOpen() => Run(new StallingState(), state => new OpenLoop(
        "Stalling", state, Scenario.GoByExample, LoopTime.Real, Open, Open.Draw(Scenario.GoByExample.Workers)).Run());

    /// <summary>The closed loop over a state that serves a writer only when no reader waits.</summary>
    public static ClosedLoopOutcome ReadersFirst() => Run(new ReadersFirstState(), state => new ClosedLoop("ReadersFirst", state, Scenario.GoByExample, LoopTime.Real, Closed).Run());

    /// <summary>The closed loop over a state whose reads take next to nothing, and whose writes block the caller's thread for 40 ms.</summary>
    public static ClosedLoopOutcome BlockingWriters() =>
        Run(new BlockingWritesState(), state => new ClosedLoop("BlockingWrites", state, Scenario.GoByExample, LoopTime.Real, Closed).Run());

    private static T Run<T>(IKeyedState state, Func<IKeyedState, T> run)
    {
        var outcome = run(state);
        state.DisposeAsync().AsTask().Wait();
        return outcome;
    }
}
