namespace KeyedState.Harness;

/// <summary>
/// The protocol of an open loop: operations are due at times that were drawn beforehand, whether or not the state is done with
/// those before. A worker that is late goes on at once, and its operation counts from when it was due; nothing is left out, and
/// nothing corrected afterwards.
/// </summary>
/// <remarks>
/// A closed loop does not call while the state keeps it waiting, and so takes one long time where callers who come by
/// themselves would meet many: coordinated omission (G. Tene, How NOT to Measure Latency, 2013).
/// </remarks>
internal sealed class OpenLoop
{
    private const int Samples = 30;
    private const long HeadStart = 1_000_000;

    // With more of the window's operations left than this share, nobody waits for them: the load was not borne.
    private const double MostLeft = 0.01;

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    // For the last operations of a load that was borne, since the slowest of all are among them: longer than a collection of everything.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);

    private static readonly long Allowance = (long)OpenLoopPlan.Allowance.TotalNanoseconds;

    private readonly string stateName;
    private readonly IKeyedState state;
    private readonly Scenario scenario;
    private readonly LoopTime time;
    private readonly OpenLoopPlan plan;
    private readonly ArrivalSchedule? schedule;
    private readonly OpenWorker[] workers;
    private readonly CompletedCounts completed;
    private readonly LoopWindow window = new();
    private readonly long longestRun;
    private ArrivalGate? arrivals;
    private long start;
    private bool stopped;

    /// <summary>Makes ready; nothing is run yet.</summary>
    /// <param name="stateName">The name that a hang is reported under.</param>
    /// <param name="state">The state, which all workers share.</param>
    /// <param name="scenario">What they do.</param>
    /// <param name="time">The time that it goes by.</param>
    /// <param name="plan">For how long.</param>
    /// <param name="schedule">When operations arrive, as the plan draws it: beforehand, since it may be a million of them. Null where all are due at once.</param>
    public OpenLoop(string stateName, IKeyedState state, Scenario scenario, LoopTime time, OpenLoopPlan plan, ArrivalSchedule? schedule)
    {
        (this.stateName, this.state, this.scenario, this.time, this.plan, this.schedule) = (stateName, state, scenario, time, plan, schedule);
        workers = [.. Enumerable.Range(0, scenario.Workers).Select(_ => new OpenWorker())];
        completed = new CompletedCounts(workers.Length);
        longestRun = (long)plan.Run.TotalNanoseconds;
    }

    /// <summary>Runs it, once.</summary>
    /// <exception cref="StateHungException">An operation did not complete.</exception>
    /// <exception cref="Exception">Whatever the state threw, as it threw it.</exception>
    public OpenLoopOutcome Run()
    {
        var crew = new WorkerCrew();
        crew.Park(workers.Length, WorkAsync);
        start = time.Now() + HeadStart;
        var from = start + (long)plan.Lead.TotalNanoseconds;
        window.Set(from, from + (long)plan.Window.TotalNanoseconds);
        arrivals = schedule is null ? null : new ArrivalGate(schedule, start, workers.Length);
        crew.Release(TimeSpan.Zero);
        OpenLoopOutcome outcome;
        using (arrivals is null ? null : time.Pace(arrivals))
        {
            try
            {
                outcome = Measure(crew);
            }
            finally
            {
                // Whatever went wrong, nobody is to go on with a state that is about to be disposed of.
                Volatile.Write(ref stopped, true);
            }
        }

        return time.Await(crew, time.Now() + (long)Limit.TotalNanoseconds)
            ? outcome with
            {
                Served = schedule is null ? outcome.Served : workers.Sum(worker => worker.Served),
                Answered = schedule is null ? 0 : workers.Sum(worker => worker.ServiceTimes.Count),
                ResponseTimes = [.. scenario.Roles.Select((_, role) => LatencyRecorder.Merge(workers[scenario.WorkersOf(role)].Select(worker => worker.ResponseTimes)))],
                ServiceTimes = LatencyRecorder.Merge(workers.Select(worker => worker.ServiceTimes)),
            }
            : throw new StateHungException(stateName, "the last operation of every worker", Limit);
    }

    private OpenLoopOutcome Measure(WorkerCrew crew)
    {
        time.Await(crew, window.Start);

        // The clock before the counts here and after them below: a thread that is suspended between the two makes no rate too high.
        var (began, cpu, before) = (time.Now(), time.CpuTime, completed.Read().Sum());
        List<double> backlogs = [];
        for (var sample = 0; sample <= Samples; sample++)
        {
            time.Await(crew, window.Start + ((window.End - window.Start) * sample / Samples));
            backlogs.Add(schedule is null ? 0 : Math.Max(0, schedule.DueBefore(time.Now() - start) - completed.Read().Sum()));
        }

        var (after, ended) = (completed.Read().Sum(), time.Now());
        var done = new WindowWork(after - before, TimeSpan.FromMicroseconds((ended - began) / 1e3), time.CpuTime - cpu);
        if (schedule is null)
        {
            return new(done.Elapsed, 0, done.Operations, 0, 0, [], new()) { Done = done };
        }

        var scheduled = schedule.Count - schedule.DueBefore(window.Start - start);
        if (!time.Await(crew, window.End + Allowance) && schedule.Count - completed.Read().Sum() <= MostLeft * scheduled)
        {
            time.Await(crew, window.End + Allowance + (long)Grace.TotalNanoseconds);
        }

        // Who waits in vain ends with fewer answers than operations, and the load counts as not borne; one look decides, not two.
        return new(plan.Window, scheduled, 0, 0, Backlog.Growth(backlogs), [], new()) { Done = done };
    }

    private Task WorkAsync(int worker, Task gate) => scenario.Roles[scenario.RoleOf(worker)].Operation switch
    {
        OperationKind.Read => WorkAsync<ReadOperation<Draws>, ValueTask<int>, int>(worker, gate),
        OperationKind.Write => WorkAsync<WriteOperation<Draws>, ValueTask, int>(worker, gate),
        var other => throw new InvalidOperationException($"An open loop makes no operation {other}."),
    };

    private async Task WorkAsync<TOperation, TCall, TResult>(int number, Task gate)
        where TOperation : struct, IOperation<TOperation, TCall, TResult>
        where TCall : struct
    {
        var worker = workers[number];
        var operation = TOperation.Of(scenario, number);
        await gate;
        var now = time.Now();
        var runStart = now;
        for (var arrival = 0; !Volatile.Read(ref stopped) && (schedule is null || arrival < schedule.Of(number).Length); arrival++)
        {
            var planned = schedule is null ? start : start + schedule.Of(number)[arrival];
            if (planned > now)
            {
                if (arrivals is null)
                {
                    planned = now;
                }
                else if (!await arrivals.UntilDueAsync(number, arrival))
                {
                    return;
                }
                else
                {
                    now = time.Now();
                    runStart = now;
                }
            }
            else if (now - runStart >= longestRun)
            {
                await Task.Yield();
                now = time.Now();
                runStart = now;
            }

            var begun = now;
            var sum = worker.Sum;
            var call = operation.Begin(state);
            if (TOperation.TryEnd(call, ref sum))
            {
                worker.Sum = sum;
                now = time.Now();
            }
            else
            {
                if (typeof(TCall) == typeof(ValueTask))
                {
                    // The compiler knows the type and makes no box.
                    await (ValueTask)(object)call;
                }
                else
                {
                    worker.Sum += TOperation.Summand(await (ValueTask<TResult>)(object)call);
                }

                now = time.Now();
                runStart = now;
            }

            worker.End(planned, begun, now, window, Allowance);
            completed.Show(number, arrival + 1);
        }
    }
}
