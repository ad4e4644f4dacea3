namespace KeyedState.Harness;

/// <summary>
/// The protocol of fixed time in a closed loop: every worker calls again as soon as it is answered, for a time that is the same
/// for all states. Nothing before the loop is steady is measured, and nothing that ends after the window.
/// </summary>
/// <remarks>
/// Reading the clock may take longer than an operation, so one in several of a role is timed: as many as its own rate asks for, since
/// those of a role that is held up are few, and each of them counts. A worker whose operations complete at once
/// lets others have its thread after some time, not after some operations: a role whose operations take long then gets
/// as little done as it would with threads of its own.
/// </remarks>
internal sealed class ClosedLoop
{
    // So many operations at most are made without being seen, and after the end: each of them may block.
    private const int MostUnseen = 64;

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    private readonly string stateName;
    private readonly IKeyedState state;
    private readonly Scenario scenario;
    private readonly LoopTime time;
    private readonly ClosedLoopPlan plan;
    private readonly IReadOnlyList<Func<double>> meters;
    private readonly ClosedWorker[] workers;
    private readonly CompletedCounts completed;
    private readonly LoopWindow window = new();
    private readonly long longestRun;
    private readonly RoleTiming timing;
    private bool stopped;

    /// <summary>Makes ready; nothing is run yet.</summary>
    /// <param name="stateName">The name that a hang is reported under.</param>
    /// <param name="state">The state, which all workers share.</param>
    /// <param name="scenario">What they do.</param>
    /// <param name="time">The time that it goes by.</param>
    /// <param name="plan">For how long.</param>
    /// <param name="meters">Read at both ends of the measured part, such as the seconds that a process has had of the processors.</param>
    public ClosedLoop(string stateName, IKeyedState state, Scenario scenario, LoopTime time, ClosedLoopPlan plan, params IReadOnlyList<Func<double>> meters)
    {
        (this.stateName, this.state, this.scenario, this.time, this.plan, this.meters) = (stateName, state, scenario, time, plan, meters);
        workers = [.. Enumerable.Range(0, scenario.Workers).Select(worker => new ClosedWorker(worker))];
        completed = new CompletedCounts(workers.Length);
        timing = new RoleTiming(scenario, plan, time);
        longestRun = (long)plan.Run.TotalNanoseconds;
    }

    /// <summary>Runs it, once.</summary>
    /// <exception cref="StateHungException">An operation did not complete.</exception>
    /// <exception cref="Exception">Whatever the state threw, as it threw it.</exception>
    public ClosedLoopOutcome Run()
    {
        var crew = new WorkerCrew();
        crew.Park(workers.Length, WorkAsync);
        var released = time.Now();
        crew.Release(TimeSpan.Zero);
        ClosedLoopOutcome outcome;
        try
        {
            outcome = Measure(crew, released);
        }
        finally
        {
            // Whatever went wrong, nobody is to go on with a state that is about to be disposed of.
            Volatile.Write(ref stopped, true);
        }

        return time.Await(crew, time.Now() + (long)Limit.TotalNanoseconds)
            ? outcome with { Roles = [.. outcome.Roles.Select(WithTimes)] }
            : throw new StateHungException(stateName, "the last operation of every worker", Limit);
    }

    private ClosedLoopOutcome Measure(WorkerCrew crew, long released)
    {
        var steady = new RampUp(time, plan, completed, timing).Run(crew, released);
        double[] metersBefore = [.. meters.Select(read => read())];
        var start = time.Now();
        var before = completed.Read();
        window.Set(start, start + (long)plan.Window.TotalNanoseconds);
        time.Await(crew, window.End);

        // A thread that is suspended between the two would see more completed than in the window, by what the time says.
        var (after, end) = (completed.Read(), time.Now());
        double[] metered = [.. meters.Select((read, meter) => read() - metersBefore[meter])];
        long[] counts = [.. after.Zip(before, (now, then) => now - then)];
        return new(
            TimeSpan.FromMicroseconds((end - start) / 1e3),
            TimeSpan.FromMicroseconds((start - released) / 1e3),
            steady,
            [.. scenario.Roles.Select((_, role) => new ClosedLoopRole(counts[scenario.WorkersOf(role)], TimeSpan.Zero, timing.OneIn(role), new LatencyRecorder()))],
            metered);
    }

    private ClosedLoopRole WithTimes(ClosedLoopRole outcome, int role) => outcome with
    {
        LongestGap = TimeSpan.FromMicroseconds(workers[scenario.WorkersOf(role)].Max(worker => worker.LongestGap) / 1e3),
        ServiceTimes = LatencyRecorder.Merge(workers[scenario.WorkersOf(role)].Select(worker => worker.Times)),
    };

    private Task WorkAsync(int worker, Task gate) => scenario.Roles[scenario.RoleOf(worker)].Operation switch
    {
        OperationKind.Read => WorkAsync<ReadOperation<Draws>, ValueTask<int>, int>(worker, gate),
        OperationKind.Write => WorkAsync<WriteOperation<Draws>, ValueTask, int>(worker, gate),
        OperationKind.Add => WorkAsync<AddOperation, ValueTask<int>, int>(worker, gate),
        OperationKind.Transfer => WorkAsync<TransferOperation, ValueTask<TransferResult>, TransferResult>(worker, gate),
        OperationKind.Snapshot => WorkAsync<SnapshotOperation, ValueTask, int>(worker, gate),
        var other => throw new InvalidOperationException($"A closed loop makes no operation {other}."),
    };

    private async Task WorkAsync<TOperation, TCall, TResult>(int number, Task gate)
        where TOperation : struct, IOperation<TOperation, TCall, TResult>
        where TCall : struct
    {
        var worker = workers[number];
        var role = scenario.RoleOf(number);
        var operation = TOperation.Of(scenario, number);
        await gate;
        worker.DrawGap(timing.OneIn(role));
        worker.RunStart = time.Now();
        while (!Volatile.Read(ref stopped))
        {
            if (TryRun<TOperation, TCall, TResult>(ref operation, number, role, out var call))
            {
                await Task.Yield();
                worker.RunStart = time.Now();
                continue;
            }

            completed.Show(number, worker.Completed);
            if (typeof(TCall) == typeof(ValueTask))
            {
                // The compiler knows the type and makes no box.
                await (ValueTask)(object)call;
            }
            else
            {
                worker.Sum += TOperation.Summand(await (ValueTask<TResult>)(object)call);
            }

            worker.Completed++;
            worker.RunStart = long.MaxValue;
            if (worker.Begun != ClosedWorker.Untimed)
            {
                worker.End(worker.Begun, time.Now(), window);
            }

            if (plan.Requeues)
            {
                completed.Show(number, worker.Completed);
                await Task.Yield();
            }
        }

        completed.Show(number, worker.Completed);
        worker.See(time.Now(), window);
    }

    /// <summary>Makes operations that complete at once, in a method that does not await.</summary>
    /// <returns>True when others are to have the thread; false at a call that must be awaited.</returns>
    private bool TryRun<TOperation, TCall, TResult>(ref TOperation operation, int number, int role, out TCall call)
        where TOperation : struct, IOperation<TOperation, TCall, TResult>
        where TCall : struct
    {
        var worker = workers[number];
        while (true)
        {
            if (!TrySkip<TOperation, TCall, TResult>(ref operation, worker, out call))
            {
                worker.Begun = ClosedWorker.Untimed;
                return false;
            }

            completed.Show(number, worker.Completed);
            if (Volatile.Read(ref stopped))
            {
                return true;
            }

            if (worker.UntilTimed > 0)
            {
                continue;
            }

            worker.DrawGap(timing.OneIn(role));
            var sum = worker.Sum;
            var begun = time.Now();
            call = operation.Begin(state);
            if (!TOperation.TryEnd(call, ref sum))
            {
                worker.Begun = begun;
                return false;
            }

            var ended = time.Now();
            worker.Sum = sum;
            worker.Completed++;
            completed.Show(number, worker.Completed);
            worker.End(begun, ended, window);
            worker.RunStart = Math.Min(worker.RunStart, begun);
            if (ended - worker.RunStart >= longestRun)
            {
                return true;
            }
        }
    }

    /// <summary>Makes operations whose time is not taken: up to the next whose time is, but no more than may be unseen.</summary>
    /// <returns>False at a call that must be awaited.</returns>
    private bool TrySkip<TOperation, TCall, TResult>(ref TOperation operation, ClosedWorker worker, out TCall call)
        where TOperation : struct, IOperation<TOperation, TCall, TResult>
        where TCall : struct
    {
        call = default;
        var first = Math.Min(worker.UntilTimed, MostUnseen);
        var (next, sum, left) = (operation, worker.Sum, first);
        var completes = true;
        while (left > 0 && completes)
        {
            left--;
            call = next.Begin(state);
            completes = TOperation.TryEnd(call, ref sum);
        }

        (operation, worker.Sum, worker.UntilTimed) = (next, sum, worker.UntilTimed - first + left);
        worker.Completed += first - left - (completes ? 0 : 1);
        return completes;
    }
}
