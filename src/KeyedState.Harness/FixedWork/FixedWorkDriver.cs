using System.Diagnostics;

namespace KeyedState.Harness;

/// <summary>
/// Drives a state with fixed work: all workers start together and each does the same number of
/// operations, so that the mix of reads and writes is exact whatever the state's fairness.
/// </summary>
/// <remarks>
/// An iteration has two parts. <see cref="Park"/> starts the workers outside the measured time;
/// <see cref="Release"/> is what a benchmark measures.
/// </remarks>
public sealed class FixedWorkDriver
{
    private readonly string stateName;
    private readonly IReadOnlyList<IKeyedState> states;
    private readonly int threads;
    private readonly Scenario scenario;
    private readonly TimeSpan limit;
    private readonly long[] ends;
    private readonly int[] sums;
    private WorkerCrew? crew;
    private int parkedOperations;

    /// <summary>Makes ready; nothing is run yet.</summary>
    /// <param name="stateName">The name that a hang is reported under.</param>
    /// <param name="state">The state, which all workers share.</param>
    /// <param name="scenario">What the workers do.</param>
    /// <param name="limit">How long an iteration may take before it counts as hung.</param>
    public FixedWorkDriver(string stateName, IKeyedState state, Scenario scenario, TimeSpan limit)
        : this(stateName, [state], threads: 0, scenario, limit)
    {
    }

    /// <summary>Makes ready for states that no two threads may touch; nothing is run yet.</summary>
    /// <param name="stateName">The name that a hang is reported under.</param>
    /// <param name="states">The states. Each has a thread of its own, and the workers are dealt out to these in turn.</param>
    /// <param name="scenario">What the workers do.</param>
    /// <param name="limit">How long an iteration may take before it counts as hung.</param>
    public static FixedWorkDriver OfThreads(string stateName, IReadOnlyList<IKeyedState> states, Scenario scenario, TimeSpan limit)
    {
        ArgumentNullException.ThrowIfNull(states);
        return new(stateName, states, states.Count, scenario, limit);
    }

    private FixedWorkDriver(string stateName, IReadOnlyList<IKeyedState> states, int threads, Scenario scenario, TimeSpan limit)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        this.stateName = stateName;
        this.states = states;
        this.threads = scenario.OwnThreads && threads == 0 ? scenario.Workers : threads;
        this.scenario = scenario;
        this.limit = limit;
        ends = new long[scenario.Workers];
        sums = new int[scenario.Workers];
        if (scenario.Keys.Distribution != KeyDistribution.Uniform && scenario.Roles.FirstOrDefault(role => !role.Operation.TakesAnyDistribution()) is { } role)
        {
            throw new InvalidOperationException($"The {role.Name} of the scenario {scenario.Name} draw all keys alike.");
        }

        foreach (var capability in scenario.Needs)
        {
            if (states.FirstOrDefault(state => !capability.IsOfferedBy(state)) is not null)
            {
                throw new InvalidOperationException($"{stateName} does not offer {capability}, which the scenario {scenario.Name} needs.");
            }
        }
    }

    /// <summary>The most operations that a worker has made in one iteration that has ended.</summary>
    public int MostOperationsPerWorker { get; private set; }

    /// <summary>How many operations each worker has made so far, over all iterations that have ended.</summary>
    public long OperationsPerWorker { get; private set; }

    /// <summary>
    /// The sum of everything that the last iteration's operations returned, wrapping around. It is what makes
    /// the results matter to the compiler.
    /// </summary>
    public int Sum => sums.Aggregate(0, (total, sum) => unchecked(total + sum));

    /// <summary>Starts the workers up to the gate.</summary>
    /// <param name="work">How much each is to do.</param>
    public void Park(FixedWork work)
    {
        ArgumentNullException.ThrowIfNull(work);
        crew = new WorkerCrew();
        parkedOperations = work.OperationsPerWorker;
        crew.Park(scenario.Workers, (worker, gate) => WorkAsync(worker, gate, work), threads);
    }

    /// <summary>Releases the parked workers and blocks until the last has ended.</summary>
    /// <exception cref="StateHungException">The limit passed first.</exception>
    /// <exception cref="InvalidOperationException"><see cref="Park"/> was not called before.</exception>
    /// <exception cref="Exception">Whatever the state threw, as it threw it.</exception>
    public FixedWorkOutcome Release()
    {
        var parked = crew ?? throw new InvalidOperationException("Park the workers first.");
        crew = null;
        var released = Stopwatch.GetTimestamp();
        if (!parked.Release(limit))
        {
            throw new StateHungException(stateName, $"an iteration of {scenario.Workers} workers", limit);
        }

        OperationsPerWorker += parkedOperations;
        MostOperationsPerWorker = Math.Max(MostOperationsPerWorker, parkedOperations);
        return new FixedWorkOutcome([.. RoleEnds().Select(end => Stopwatch.GetElapsedTime(released, end))]);
    }

    private IEnumerable<long> RoleEnds()
    {
        var first = 0;
        foreach (var role in scenario.Roles)
        {
            yield return ends.AsSpan(first, role.Workers).ToArray().Max();
            first += role.Workers;
        }
    }

    private Task WorkAsync(int worker, Task gate, FixedWork work) => scenario.Keys.Distribution == KeyDistribution.Uniform
        ? WorkAsync<Draws>(worker, gate, work)
        : WorkAsync<SkewedDraws>(worker, gate, work);

    private Task WorkAsync<TDraws>(int worker, Task gate, FixedWork work)
        where TDraws : struct, IDraws<TDraws> => scenario.Roles[scenario.RoleOf(worker)].Operation switch
        {
            OperationKind.Read => WorkAsync<ReadOperation<TDraws>, ValueTask<int>, int>(worker, gate, work),
            OperationKind.Write => WorkAsync<WriteOperation<TDraws>, ValueTask, int>(worker, gate, work),
            OperationKind.ReadOrWrite => WorkAsync<ReadOrWriteOperation<TDraws>, ValueTask<int>, int>(worker, gate, work),
            OperationKind.ReadOrAdd => WorkAsync<ReadOrAddOperation<TDraws>, ValueTask<int>, int>(worker, gate, work),
            OperationKind.WriteApart => WorkAsync<WriteApartOperation, ValueTask, int>(worker, gate, work),
            OperationKind.Add => WorkAsync<AddOperation, ValueTask<int>, int>(worker, gate, work),
            OperationKind.Transfer => WorkAsync<TransferOperation, ValueTask<TransferResult>, TransferResult>(worker, gate, work),
            OperationKind.Snapshot => WorkAsync<SnapshotOperation, ValueTask, int>(worker, gate, work),
            OperationKind.UpdateYielding => WorkAsync<UpdateOperation<YieldingCode>, ValueTask<int>, int>(worker, gate, work),
            OperationKind.UpdateHandedOver => WorkAsync<UpdateOperation<HandedOverCode>, ValueTask<int>, int>(worker, gate, work),
            OperationKind.UpdatePausing => WorkAsync<UpdateOperation<PausingCode>, ValueTask<int>, int>(worker, gate, work),
            var other => throw new InvalidOperationException($"There is no operation {other}."),
        };

    private async Task WorkAsync<TOperation, TCall, TResult>(int worker, Task gate, FixedWork work)
        where TOperation : struct, IOperation<TOperation, TCall, TResult>
        where TCall : struct
    {
        var state = states[worker % states.Count];
        var operation = TOperation.Of(scenario, worker);
        var left = work.OperationsPerWorker;
        var sum = 0;
        await gate;
        while (left-- > 0)
        {
            var call = operation.Begin(state);
            if (TOperation.TryEnd(call, ref sum)
                && TryRun<TOperation, TCall, TResult>(state, work.RunLength - 1, ref operation, ref left, ref sum, ref call))
            {
                if (left > 0)
                {
                    await Task.Yield();
                }
            }
            else if (typeof(TCall) == typeof(ValueTask))
            {
                // The compiler knows the type and makes no box.
                await (ValueTask)(object)call;
            }
            else
            {
                sum += TOperation.Summand(await (ValueTask<TResult>)(object)call);
            }
        }

        sums[worker] = sum;
        ends[worker] = Stopwatch.GetTimestamp();
    }

    // An operation that completes at once is probably followed by more. They run in a method that does not await, where the
    // compiler keeps the loop's variables in registers: with states that take a few nanoseconds the harness would otherwise
    // be most of what is measured.
    /// <returns>True after so many operations, or all that are left; false at the first that must be awaited.</returns>
    private static bool TryRun<TOperation, TCall, TResult>(
        IKeyedState state, int operations, ref TOperation operation, ref int left, ref int sum, ref TCall call)
        where TOperation : struct, IOperation<TOperation, TCall, TResult>
        where TCall : struct
    {
        var (next, total, remaining) = (operation, sum, left);
        var last = remaining - Math.Min(operations, remaining);
        var completed = true;
        while (remaining > last && completed)
        {
            remaining--;
            var latest = next.Begin(state);
            completed = TOperation.TryEnd(latest, ref total);
            if (!completed)
            {
                call = latest;
            }
        }

        (operation, sum, left) = (next, total, remaining);
        return completed;
    }
}
