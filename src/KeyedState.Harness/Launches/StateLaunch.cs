using System.Diagnostics;

namespace KeyedState.Harness;

/// <summary>
/// A state in this process: makes it, warms it up, settles it, collects what was before it, drives it iteration by
/// iteration, counts, and disposes of it. Whatever measures a state does it through this.
/// </summary>
public sealed class StateLaunch : IDisposable
{
    // Fewer are all touched by any warm-up.
    private const int FewestOfMany = 1_000;

    private readonly StateEntry entry;
    private readonly Func<IKeyedState> create;
    private readonly LaunchPlan plan;
    private readonly List<LaunchIteration> iterations = [];
    private DrivenState? driven;
    private ProcessCounters? start;
    private double? cores;
    private double? pace;
    private FixedWorkOutcome outcome;

    /// <summary>Makes ready; no state is made yet.</summary>
    /// <param name="entry">The state's entry in the catalogue.</param>
    /// <param name="plan">What to do with it.</param>
    /// <param name="create">Makes an instance, where it is to be another than the entry's own.</param>
    public StateLaunch(StateEntry entry, LaunchPlan plan, Func<IKeyedState>? create = null)
    {
        ArgumentNullException.ThrowIfNull(entry);
        ArgumentNullException.ThrowIfNull(plan);
        this.entry = entry;
        this.plan = plan;
        this.create = create ?? entry.Create;
    }

    /// <summary>The state's entry in the catalogue.</summary>
    public StateEntry Entry => entry;

    /// <summary>The iterations that were counted, in order.</summary>
    public IReadOnlyList<LaunchIteration> Iterations => iterations;

    /// <summary>What the warm-up came to.</summary>
    public WarmupOutcome WarmedUp { get; private set; }

    /// <summary>How long it waited in all for its cores to come near each other, the looks at them included.</summary>
    public TimeSpan Waited { get; private set; }

    /// <summary>The most threads of the pool that were seen at the end of an iteration.</summary>
    public int PeakPoolThreads { get; private set; }

    /// <summary>Makes a state and warms it up as the plan says.</summary>
    /// <exception cref="Exception">Whatever the state threw, as it threw it, or that it hung.</exception>
    public void WarmUp()
    {
        driven ??= New();
        WarmedUp = Warmup.Run(driven.Driver, plan.Warmup, plan.Scenario, plan.Work);
    }

    /// <summary>
    /// Makes what the keys of an iteration need, such as an owner for each, by an iteration of the plan's work that nobody counts. Of
    /// many keys the warm-up leaves most untouched, and each iteration is on the same.
    /// </summary>
    /// <exception cref="Exception">Whatever the state threw, as it threw it, or that it hung.</exception>
    public void TouchKeys()
    {
        if (driven is not null && plan.Scenario.Keys is { Filled: false, Count: >= FewestOfMany })
        {
            driven.Driver.Park(plan.Work);
            driven.Driver.Release();
        }
    }

    /// <summary>Makes ready for an iteration of the plan's work, up to the workers' release.</summary>
    /// <exception cref="Exception">Whatever the state threw, as it threw it, or that it hung.</exception>
    public void Park() => Park(plan.Work);

    /// <summary>Makes ready for an iteration, up to the workers' release.</summary>
    /// <param name="work">How much each worker is to do.</param>
    /// <exception cref="Exception">Whatever the state threw, as it threw it, or that it hung.</exception>
    public void Park(FixedWork work)
    {
        if (driven is null || plan.Lifetime == StateLifetime.Iteration)
        {
            Renew();
        }

        driven!.Driver.Park(work);
        AwaitCores();
        pace = PaceNow();
        start = ProcessCounters.Read();
    }

    /// <summary>Releases the workers and blocks until the last has ended.</summary>
    /// <exception cref="InvalidOperationException">Nothing was parked.</exception>
    /// <exception cref="Exception">Whatever the state threw, as it threw it, or that it hung.</exception>
    public void Release() => outcome = (driven ?? throw new InvalidOperationException("Park the workers first.")).Driver.Release();

    /// <summary>Counts the iteration that has just ended; does nothing where none was parked.</summary>
    public void Count()
    {
        if (start is null)
        {
            return;
        }

        var counted = ProcessCounters.Read().Since(start);
        iterations.Add(new LaunchIteration(outcome, counted, cores, plan.Cores is null ? null : CoreRoundTrip.Farthest(), pace, PaceNow()));
        start = null;
        PeakPoolThreads = Math.Max(PeakPoolThreads, ThreadPool.ThreadCount);
    }

    /// <summary>Looks whether the last iteration's state holds what the operations on it must have left, if there is one.</summary>
    /// <exception cref="Exception">It doesn't, or whatever the state threw, as it threw it, or that it hung.</exception>
    public void CheckSum() => driven?.CheckSum();

    /// <summary>Disposes of the state, if there is one.</summary>
    /// <exception cref="Exception">Whatever the state threw, as it threw it, or that it hung.</exception>
    public void Dispose()
    {
        driven?.Dispose();
        driven = null;
    }

    /// <summary>
    /// Another state in place of the one so far. What the last iteration left behind is collected before this one is made:
    /// collected afterwards, this one would be of an older generation than its callers, and the stores between them would be
    /// noted for the collector, at a cost that differs from launch to launch.
    /// </summary>
    private void Renew()
    {
        driven?.Dispose();
        GC.Collect();
        driven = New();
        driven.Settle();
    }

    private void AwaitCores()
    {
        if (plan.Cores is { } wait)
        {
            var started = Stopwatch.GetTimestamp();
            cores = CoreRoundTrip.AwaitNear(wait.Near, wait.Limit - Waited);
            Waited += Stopwatch.GetElapsedTime(started);
        }
    }

    private double? PaceNow() => plan.Pace ? BusyCorePace.Measure() : null;

    private DrivenState New() => new(entry, create, plan.Scenario);
}
