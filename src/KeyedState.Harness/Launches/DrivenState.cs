namespace KeyedState.Harness;

/// <summary>An instance of a state with its driver: one for all workers, or one for each core where no two threads may touch it.</summary>
internal sealed class DrivenState : IDisposable
{
    // Far beyond the slowest iteration that was ever seen, near enough that a hang does not cost a run its time.
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    // A transaction takes a good part of it.
    private static readonly TimeSpan LimitOfAKey = TimeSpan.FromMilliseconds(1);

    // So many that an owner always finds some, and many keys are read or written in little more than the time of an operation each.
    private const int CallersOfAll = 64;

    private readonly string name;
    private readonly bool isLimit;
    private readonly Scenario scenario;
    private readonly IKeyedState[] instances;

    /// <summary>Makes the state and fills its keys where the scenario says so.</summary>
    /// <exception cref="StateHungException">Filling did not end.</exception>
    public DrivenState(StateEntry entry, Func<IKeyedState> create, Scenario scenario)
    {
        (name, isLimit, this.scenario) = (entry.Name, entry.IsLimit, scenario);
        instances = [.. Enumerable.Range(0, entry.Declared.OneThread ? Environment.ProcessorCount : 1).Select(_ => create())];
        Driver = entry.Declared.OneThread
            ? FixedWorkDriver.OfThreads(name, instances, scenario, Limit)
            : new FixedWorkDriver(name, instances[0], scenario, Limit);
        if (scenario.Keys.Filled)
        {
            Await("filling it", () => Task.WhenAll(instances.Select(FillAsync)));
        }
    }

    public FixedWorkDriver Driver { get; }

    /// <summary>
    /// Runs some operations that nobody measures, so that what the state makes once for each of its callers exists and
    /// is not counted as an operation's.
    /// </summary>
    public void Settle()
    {
        Driver.Park(FixedWork.FirstOf(scenario));
        Driver.Release();
    }

    /// <summary>Disposes of the state.</summary>
    /// <exception cref="StateHungException">That did not end.</exception>
    public void Dispose() => Await("its disposal", () => Task.WhenAll(instances.Select(state => state.DisposeAsync().AsTask())));

    /// <summary>
    /// Looks whether the sum over all keys is what the operations so far must have left: as it was at first, and 1 more for each
    /// that adds. A limit protects nothing, and is not looked at.
    /// </summary>
    /// <exception cref="InvalidOperationException">It is not.</exception>
    /// <exception cref="StateHungException">Reading did not end.</exception>
    public void CheckSum()
    {
        if (isLimit || !scenario.KeepsSum)
        {
            return;
        }

        var adding = scenario.Roles.Where(role => role.Operation.Needs() is Capability.Add or Capability.ExclusiveUpdate).Sum(role => role.Workers);
        var expected = unchecked((int)(((long)scenario.Keys.Count * (scenario.Keys.Opening ?? 0)) + (adding * Driver.OperationsPerWorker)));
        var sum = 0;

        // To read a key that nobody has touched makes an owner for it where each key has its own. Every iteration draws the same keys.
        IReadOnlyList<int> keys = scenario.Keys.Filled ? AllKeys() : scenario.TouchedKeys(Driver.MostOperationsPerWorker);
        Await("reading all keys", () => ForEachAsync(keys, async key => Interlocked.Add(ref sum, await instances[0].ReadAsync(key))));
        if (sum != expected)
        {
            throw new InvalidOperationException($"{name} is wrong in the scenario {scenario.Name}: its keys hold {sum} together, and its operations leave {expected}.");
        }
    }

    private int[] AllKeys() => [.. Enumerable.Range(0, scenario.Keys.Count)];

    private Task FillAsync(IKeyedState state) => ForEachAsync(AllKeys(), key => state.WriteAsync(key, scenario.Keys.Opening ?? key % scenario.Values));

    private static async Task ForEachAsync(IReadOnlyList<int> keys, Func<int, ValueTask> operation)
    {
        var next = -1;
        await Task.WhenAll(Enumerable.Range(0, Math.Min(CallersOfAll, keys.Count)).Select(_ => Task.Run(async () =>
        {
            int index;
            while ((index = Interlocked.Increment(ref next)) < keys.Count)
            {
                await operation(keys[index]);
            }
        })));
    }

    // On another thread, so that a state that blocks is noticed too.
    private void Await(string doing, Func<Task> work)
    {
        var limit = Limit + (scenario.Keys.Count * LimitOfAKey);
        if (!Task.Run(work).Wait(limit))
        {
            throw new StateHungException(name, doing, limit);
        }
    }
}
