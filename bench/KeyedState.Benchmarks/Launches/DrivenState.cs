using KeyedState.Harness;

namespace KeyedState.Benchmarks.Launches;

/// <summary>A state with the driver that measures it.</summary>
internal sealed class DrivenState : IDisposable
{
    // Far beyond the slowest invocation that was ever seen, near enough that a hang does not cost a run its time.
    private static readonly TimeSpan InvocationLimit = TimeSpan.FromSeconds(30);

    // As few operations as any state's invocation has; drawn once for all states of a process.
    private static readonly Workload Settling = Workload.For(CostClass.Microseconds);
    private static readonly Lazy<WorkloadInputs> SettlingInputs = new(() => WorkloadInputs.Draw(Settling));

    private readonly StateEntry entry;
    private readonly IKeyedState state;

    public DrivenState(StateEntry entry, WorkloadInputs inputs)
    {
        this.entry = entry;
        state = entry.Create();
        Driver = FixedWorkDriver.Of(entry, state, InvocationLimit, inputs);
    }

    public FixedWorkDriver Driver { get; }

    /// <summary>
    /// Runs some operations that nobody measures, so that what the state makes once for each of its callers exists and
    /// is not counted as an operation's.
    /// </summary>
    public void Settle()
    {
        var driver = new FixedWorkDriver(entry.Name, state, Settling, InvocationLimit, entry.Declared.OneThread, SettlingInputs.Value);
        driver.Park();
        driver.Release();
    }

    public void Dispose()
    {
        // On another thread, so that a disposal that blocks is noticed too.
        if (!Task.Run(() => state.DisposeAsync().AsTask()).Wait(InvocationLimit))
        {
            throw new StateHungException(entry.Name, "its disposal", InvocationLimit);
        }
    }
}
