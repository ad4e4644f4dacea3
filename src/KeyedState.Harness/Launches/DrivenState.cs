namespace KeyedState.Harness;

/// <summary>An instance of a state with its driver: one for all workers, or one for each core where no two threads may touch it.</summary>
internal sealed class DrivenState : IDisposable
{
    // Far beyond the slowest iteration that was ever seen, near enough that a hang does not cost a run its time.
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    private readonly string name;
    private readonly IKeyedState[] instances;

    /// <summary>Makes the state and fills its keys where the scenario says so.</summary>
    /// <exception cref="StateHungException">Filling did not end.</exception>
    public DrivenState(StateEntry entry, Func<IKeyedState> create, Scenario scenario)
    {
        name = entry.Name;
        instances = [.. Enumerable.Range(0, entry.Declared.OneThread ? Environment.ProcessorCount : 1).Select(_ => create())];
        Driver = entry.Declared.OneThread
            ? FixedWorkDriver.OfThreads(name, instances, scenario, Limit)
            : new FixedWorkDriver(name, instances[0], scenario, Limit);
        if (scenario.Keys.Filled)
        {
            Await("filling it", () => Task.WhenAll(instances.Select(state => FillAsync(state, scenario))));
        }
    }

    public FixedWorkDriver Driver { get; }

    /// <summary>
    /// Runs some operations that nobody measures, so that what the state makes once for each of its callers exists and
    /// is not counted as an operation's.
    /// </summary>
    public void Settle()
    {
        Driver.Park(FixedWork.Small);
        Driver.Release();
    }

    /// <summary>Disposes of the state.</summary>
    /// <exception cref="StateHungException">That did not end.</exception>
    public void Dispose() => Await("its disposal", () => Task.WhenAll(instances.Select(state => state.DisposeAsync().AsTask())));

    private static async Task FillAsync(IKeyedState state, Scenario scenario)
    {
        for (var key = 0; key < scenario.Keys.Count; key++)
        {
            await state.WriteAsync(key, key % scenario.Values);
        }
    }

    // On another thread, so that a state that blocks is noticed too.
    private void Await(string doing, Func<Task> work)
    {
        if (!Task.Run(work).Wait(Limit))
        {
            throw new StateHungException(name, doing, Limit);
        }
    }
}
