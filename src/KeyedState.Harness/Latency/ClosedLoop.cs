namespace KeyedState.Harness;

/// <summary>
/// The protocol of fixed time in a closed loop: every worker calls again as soon as it is answered, for a time that is the same
/// for all states. Nothing before the loop is steady is measured, and nothing that ends after the window.
/// </summary>
/// <remarks>
/// Reading the clock may take longer than an operation, so one in several is timed. A worker whose operations complete at once
/// lets others have its thread after some time, not after some operations: a role whose operations take long then gets
/// as little done as it would with threads of its own.
/// </remarks>
internal sealed class ClosedLoop
{
    private const long Slice = 20_000_000;
    private const int TimedOneInAtFirst = 16;

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    private readonly string stateName;
    private readonly IKeyedState state;
    private readonly Scenario scenario;
    private readonly LoopTime time;
    private readonly ClosedLoopPlan plan;
    private readonly ClosedWorker[] workers;
    private readonly CompletedCounts completed;
    private readonly LoopWindow window = new();
    private readonly long longestRun;
    private int timedOneIn = TimedOneInAtFirst;
    private bool stopped;

    /// <summary>Makes ready; nothing is run yet.</summary>
    /// <param name="stateName">The name that a hang is reported under.</param>
    /// <param name="state">The state, which all workers share.</param>
    /// <param name="scenario">What they do.</param>
    /// <param name="time">The time that it goes by.</param>
    /// <param name="plan">For how long.</param>
    public ClosedLoop(string stateName, IKeyedState state, Scenario scenario, LoopTime time, ClosedLoopPlan plan)
    {
        (this.stateName, this.state, this.scenario, this.time, this.plan) = (stateName, state, scenario, time, plan);
        workers = [.. Enumerable.Range(0, scenario.Workers).Select(worker => new ClosedWorker(worker))];
        completed = new CompletedCounts(workers.Length);
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
        var steady = RampUp(crew, released);
        var start = time.Now();
        var before = completed.Read();
        window.Set(start, start + (long)plan.Window.TotalNanoseconds);
        time.Await(crew, window.End);

        // A thread that is suspended between the two would see more completed than in the window, by what the time says.
        var (after, end) = (completed.Read(), time.Now());
        Volatile.Write(ref stopped, true);
        if (!time.Await(crew, end + (long)Limit.TotalNanoseconds))
        {
            throw new StateHungException(stateName, "the last operation of every worker", Limit);
        }

        return new(TimeSpan.FromMicroseconds((end - start) / 1e3), TimeSpan.FromMicroseconds((start - released) / 1e3), steady, timedOneIn, [.. Roles([.. after.Zip(before, (now, then) => now - then)])]);
    }

    private bool RampUp(WorkerCrew crew, long released)
    {
        var rates = new List<double>();
        var (before, then) = (0L, released);
        while (then - released < plan.LongestRampUp.TotalNanoseconds)
        {
            time.Await(crew, then + Slice);
            var (all, now) = (completed.Read().Sum(), time.Now());
            rates.Add((all - before) / (double)(now - then));
            if (rates[^1] > 0)
            {
                Volatile.Write(ref timedOneIn, plan.TimedOneIn(time.Cores / rates[^1], time.ReadCost));
            }

            if (SteadyRate.IsReached(rates))
            {
                return true;
            }

            (before, then) = (all, now);
        }

        return false;
    }

    private IEnumerable<ClosedLoopRole> Roles(long[] counts)
    {
        var first = 0;
        foreach (var role in scenario.Roles)
        {
            var range = first..(first + role.Workers);
            yield return new(
                counts[range],
                TimeSpan.FromMicroseconds(workers[range].Max(worker => worker.LongestGap) / 1e3),
                LatencyRecorder.Merge(workers[range].Select(worker => worker.Times)));
            first += role.Workers;
        }
    }

    private Task WorkAsync(int worker, Task gate) => scenario.Roles[scenario.RoleOf(worker)].Operation switch
    {
        OperationKind.Read => WorkAsync<ReadOperation<Draws>, ValueTask<int>, int>(worker, gate),
        OperationKind.Write => WorkAsync<WriteOperation<Draws>, ValueTask, int>(worker, gate),
        var other => throw new InvalidOperationException($"A closed loop makes no operation {other}."),
    };

    private async Task WorkAsync<TOperation, TCall, TResult>(int number, Task gate)
        where TOperation : struct, IOperation<TOperation, TCall, TResult>
        where TCall : struct
    {
        var worker = workers[number];
        var operation = TOperation.Of(scenario, number);
        await gate;
        worker.DrawGap(Volatile.Read(ref timedOneIn));
        worker.RunStart = time.Now();
        while (!Volatile.Read(ref stopped))
        {
            if (TryRun<TOperation, TCall, TResult>(ref operation, worker, out var call))
            {
                completed.Show(number, worker.Completed);
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
        }

        completed.Show(number, worker.Completed);
        worker.See(time.Now(), window);
    }

    /// <summary>Makes operations that complete at once, in a method that does not await.</summary>
    /// <returns>True when others are to have the thread; false at a call that must be awaited.</returns>
    private bool TryRun<TOperation, TCall, TResult>(ref TOperation operation, ClosedWorker worker, out TCall call)
        where TOperation : struct, IOperation<TOperation, TCall, TResult>
        where TCall : struct
    {
        while (true)
        {
            if (!TrySkip<TOperation, TCall, TResult>(ref operation, worker, out call))
            {
                worker.Begun = ClosedWorker.Untimed;
                return false;
            }

            worker.DrawGap(Volatile.Read(ref timedOneIn));
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
            worker.End(begun, ended, window);
            worker.RunStart = Math.Min(worker.RunStart, begun);
            if (ended - worker.RunStart >= longestRun || Volatile.Read(ref stopped))
            {
                return true;
            }
        }
    }

    /// <summary>Makes the operations whose time is not taken, up to the next whose time is.</summary>
    /// <returns>False at a call that must be awaited.</returns>
    private bool TrySkip<TOperation, TCall, TResult>(ref TOperation operation, ClosedWorker worker, out TCall call)
        where TOperation : struct, IOperation<TOperation, TCall, TResult>
        where TCall : struct
    {
        call = default;
        var (next, sum, left) = (operation, worker.Sum, worker.UntilTimed);
        var first = left;
        var completes = true;
        while (left > 0 && completes)
        {
            left--;
            call = next.Begin(state);
            completes = TOperation.TryEnd(call, ref sum);
        }

        (operation, worker.Sum, worker.UntilTimed) = (next, sum, left);
        worker.Completed += first - left - (completes ? 0 : 1);
        return completes;
    }
}
