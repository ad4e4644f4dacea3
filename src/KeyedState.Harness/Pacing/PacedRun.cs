using System.Diagnostics;

namespace KeyedState.Harness;

/// <summary>
/// The program that the suite began with, Go by Example's "Stateful Goroutines": readers and writers that
/// pause for a millisecond after every operation, counted for some time.
/// </summary>
/// <remarks>
/// The original is compiled before it starts. Here the just-in-time compiler is at work for a second or more, on
/// one core of few, and what it has not optimised yet takes several times as long; so the workers warm up first.
/// </remarks>
public sealed class PacedRun
{
    /// <summary>What each worker does between an operation's completion and its next operation.</summary>
    public static readonly TimeSpan PauseLength = TimeSpan.FromMilliseconds(1);

    // Often enough to see the compiler come to rest, and rarely enough to take no time from the workers.
    private static readonly TimeSpan LookInterval = TimeSpan.FromMilliseconds(20);

    private readonly IKeyedState state;
    private readonly Scenario scenario = Scenario.GoByExample;
    private readonly PauseRecord pauses = new();
    private readonly long[] completed;
    private long[] completedBefore = [];
    private long start;
    private TimeSpan cpuBefore;

    private PacedRun(IKeyedState state)
    {
        this.state = state;
        completed = new long[scenario.Workers];
    }

    /// <summary>Operations per second that all workers would do if operations took no time and pauses exactly theirs.</summary>
    public static double IntendedRate => Scenario.GoByExample.Workers / PauseLength.TotalSeconds;

    /// <summary>
    /// Runs the workers until they are warm, counts for <paramref name="duration"/>, and waits until each has ended its
    /// last operation.
    /// </summary>
    /// <param name="stateName">The name that a hang is reported under.</param>
    /// <param name="state">The state to drive; the caller disposes of it.</param>
    /// <param name="warmup">How long the workers run before the count.</param>
    /// <param name="duration">How long the count goes on; more than zero.</param>
    /// <param name="limit">How long the last operations may take before the state counts as hung.</param>
    /// <param name="threads">On how many threads of their own the workers run; 0 for the pool's.</param>
    /// <exception cref="StateHungException">An operation did not complete.</exception>
    /// <exception cref="Exception">Whatever the state threw, as it threw it, as soon as it did.</exception>
    public static PacedOutcome Run(string stateName, IKeyedState state, WarmupPlan warmup, TimeSpan duration, TimeSpan limit, int threads = 0)
    {
        ArgumentNullException.ThrowIfNull(warmup);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(duration, TimeSpan.Zero);
        var run = new PacedRun(state);
        var crew = new WorkerCrew();
        PacedOutcome outcome;
        using (var pacer = new Pacer(PauseLength))
        {
            crew.Park(run.scenario.Workers, (worker, gate) => run.WorkAsync(worker, gate, new Pause(pacer, run.pauses)), threads);
            run.BeginCount();
            crew.Release(TimeSpan.Zero);
            var (warmed, quiet) = WarmUp(crew, warmup);
            if (warmed > TimeSpan.Zero)
            {
                run.BeginCount();
            }

            crew.Join(duration);

            // Before the count: a thread that is suspended between the two would else miss what all workers do meanwhile.
            pacer.Stop();
            outcome = run.Count() with { Warmup = warmed, CompilerQuiet = quiet };
        }

        return crew.Join(limit) ? outcome : throw new StateHungException(stateName, "the last operation of every worker", limit);
    }

    private async Task WorkAsync(int worker, Task gate, Pause pause)
    {
        await gate;
        do
        {
            // Keys and values are drawn as the original draws them. The pauses leave all the time for it.
            var key = Random.Shared.Next(scenario.Keys.Count);
            if (OperationOf(worker) == OperationKind.Read)
            {
                await state.ReadAsync(key);
            }
            else
            {
                await state.WriteAsync(key, Random.Shared.Next(scenario.Values));
            }

            Volatile.Write(ref completed[worker], completed[worker] + 1);
        }
        while (await pause.BeginAsync());
    }

    private static (TimeSpan Took, bool CompilerQuiet) WarmUp(WorkerCrew crew, WarmupPlan plan)
    {
        var began = Stopwatch.GetTimestamp();
        var rest = new CompilerRest(plan, CompilerRest.CompiledMethods);
        var took = TimeSpan.Zero;
        while (took < plan.Limit)
        {
            crew.Join(LookInterval);
            took = Stopwatch.GetElapsedTime(began);
            if (rest.HasCome(took, CompilerRest.CompiledMethods))
            {
                return (took, true);
            }
        }

        return (took, false);
    }

    private void BeginCount()
    {
        pauses.Clear();
        cpuBefore = Environment.CpuUsage.TotalTime;

        // The clock before the counts: what is completed between the two is left out, and no rate is too high for it.
        start = Stopwatch.GetTimestamp();
        completedBefore = Completed();
    }

    private PacedOutcome Count()
    {
        // Workers may end their last operations meanwhile, so the order matters: nothing is counted that was not complete at the end of the time.
        var counts = Completed().Zip(completedBefore, (now, before) => now - before).ToArray();
        var elapsed = Stopwatch.GetElapsedTime(start);
        var cpu = Environment.CpuUsage.TotalTime - cpuBefore;
        var median = pauses.Median;
        return new PacedOutcome(Of(OperationKind.Read), Of(OperationKind.Write), elapsed, pauses.Shortest, median) { Cpu = cpu };

        long Of(OperationKind operation) => counts.Where((_, worker) => OperationOf(worker) == operation).Sum();
    }

    private long[] Completed() => [.. completed.Select((_, worker) => Volatile.Read(ref completed[worker]))];

    private OperationKind OperationOf(int worker) => scenario.Roles[scenario.RoleOf(worker)].Operation;
}
