namespace KeyedState.Harness;

/// <summary>
/// The check that a state passes before its figures are published: concurrent readers and writers whose
/// values name their key, their writer and their place in the writer's order.
/// </summary>
/// <remarks>
/// It finds lost writes, values of another key, values that nobody wrote, reads that go back in a writer's
/// order, and reads of what had been replaced before they began. It is no proof of linearizability: it never
/// compares what two observers saw of two concurrent writes.
/// </remarks>
public sealed class CheckingPass
{
    private const int OperationsPerWorker = 1000;

    // A reader reads twice; a writer writes, then reads back what it wrote.
    private const int OperationsPerRound = 2;

    // Rare enough to leave runs of operations unbroken, often enough that workers meet within them.
    private const int RoundsBeforeYield = 8;

    private readonly Workload workload = Workload.GoByExample;
    private readonly IKeyedState state;
    private readonly WriteLog log;

    private CheckingPass(IKeyedState state)
    {
        this.state = state;
        log = new WriteLog(workload.Keys, workload.Writers, OperationsPerWorker / OperationsPerRound);
    }

    /// <summary>Checks a fresh state; the caller disposes of it.</summary>
    /// <param name="stateName">The name that a hang is reported under.</param>
    /// <param name="state">The state, never used before.</param>
    /// <param name="limit">How long the pass may take.</param>
    /// <exception cref="StateHungException">The limit passed first.</exception>
    /// <exception cref="Exception">Whatever the state threw, as it threw it.</exception>
    public static CheckingOutcome Run(string stateName, IKeyedState state, TimeSpan limit)
    {
        ArgumentNullException.ThrowIfNull(state);
        var pass = new CheckingPass(state);
        try
        {
            var inTime = Release(pass.WorkAsync, pass.workload.Workers, limit) && Release(pass.ReadFinalsAsync, 1, limit);
            return inTime
                ? new CheckingOutcome(pass.workload.Workers * OperationsPerWorker, null)
                : throw new StateHungException(stateName, "its check", limit);
        }
        catch (ViolationException violation)
        {
            return new CheckingOutcome(pass.workload.Workers * OperationsPerWorker, violation.Message);
        }
    }

    private static bool Release(Func<int, Task, Task> work, int workers, TimeSpan limit)
    {
        var crew = new WorkerCrew();
        crew.Park(workers, work);
        return crew.Release(limit);
    }

    private async Task WorkAsync(int worker, Task gate)
    {
        var random = new Random(workload.Seed + worker);
        var observer = new Observer(workload.Keys, workload.Writers, log);
        var writer = worker - workload.Readers;
        await gate;
        for (var round = 1; round <= OperationsPerWorker / OperationsPerRound; round++)
        {
            var key = random.Next(workload.Keys);
            if (writer >= 0)
            {
                await WriteAsync(observer, new NamedValue(key, writer, round));
            }
            else
            {
                await ReadAsync(observer, random.Next(workload.Keys));
            }

            await ReadAsync(observer, key);
            if (round % RoundsBeforeYield == 0)
            {
                await Task.Yield();
            }
        }
    }

    private async Task WriteAsync(Observer observer, NamedValue value)
    {
        var begin = log.Begin(value);
        await state.WriteAsync(value.Key, value.Pack(workload.Keys, workload.Writers));
        log.End(value, begin);
        observer.Wrote(value);
    }

    private async Task ReadAsync(Observer observer, int key)
    {
        var overwrittenBefore = log.OverwrittenBefore(key);
        observer.Read(key, await state.ReadAsync(key), overwrittenBefore);
    }

    private async Task ReadFinalsAsync(int worker, Task gate)
    {
        await gate;
        for (var key = 0; key < workload.Keys; key++)
        {
            var read = await state.ReadAsync(key);
            var value = NamedValue.Unpack(read, workload.Keys, workload.Writers);
            var possible = read == 0
                ? log.OverwrittenBefore(key) == 0
                : value.Key == key && value.Sequence > 0 && log.IsLast(value) && log.EndOf(value) >= log.OverwrittenBefore(key);
            if (!possible)
            {
                throw new ViolationException($"key {key} ended as {read}, which can't be what was written last");
            }
        }
    }
}
