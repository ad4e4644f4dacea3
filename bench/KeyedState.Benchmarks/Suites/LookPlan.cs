using KeyedState.Benchmarks.Environments;
using KeyedState.Harness;
using KeyedState.Results;

namespace KeyedState.Benchmarks.Suites;

/// <summary>How the launches of one look run.</summary>
/// <param name="Look">The look.</param>
/// <param name="Benchmarks">The benchmark class that stands for it.</param>
/// <param name="Placement">Where and under which settings a launch runs.</param>
/// <param name="Warmup">How long a launch runs before it is measured.</param>
/// <param name="Window">How long an iteration is to take; null where its work is the benchmark's constant, so that there is no pilot.</param>
/// <param name="Launches">How many launches each state has.</param>
/// <param name="FewestLaunches">How many it must have for an interval.</param>
/// <param name="Iterations">How many iterations of a launch are measured.</param>
internal sealed record LookPlan(
    Look Look,
    Type Benchmarks,
    Placement Placement,
    WarmupPlan Warmup,
    Window? Window,
    int Launches,
    int FewestLaunches,
    int Iterations)
{
    // For how long a launch waits in all for the cores to come near each other, where they do at times. Most waits are shorter.
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(3);

    /// <summary>For how long its launches wait for cores that are near; null on one core.</summary>
    public CoreWait? Cores { get; init; } = Placement.OneCore ? null : new(CoreDistance.FarFrom, LongestWait);

    /// <summary>Whether its launches note the pace of their core.</summary>
    public bool Pace => Placement.OneCore;

    /// <summary>
    /// How many further rounds are planned, of which the launches are made whose states then have too few for an interval: where cores
    /// move, some launches don't run at the distance of the others, and launches on a core that is slowed down are put off to here.
    /// </summary>
    public int SpareRounds => FewestLaunches == 1 ? 0 : Pace ? 6 : 2;

    /// <summary>
    /// A launch is short here, so there are more of them: as many as it takes for two launches far off not to reach the
    /// interval's ends.
    /// </summary>
    public static LookPlan OneCore { get; } = new(
        Look.OneCore,
        typeof(CostBenchmarks),
        Placement.QuietCore,
        WarmupPlan.Untiered,
        Window.OneCore,
        Launches: 18,
        FewestLaunches: 8,
        Iterations: 8);

    /// <summary>All cores under the runtime's defaults, as in most programs.</summary>
    public static LookPlan AllCores { get; } = new(
        Look.AllCores,
        typeof(ThroughputBenchmarks),
        Placement.AllCores,
        WarmupPlan.Usual,
        Window.AllCores,
        Launches: 6,
        FewestLaunches: 6,
        Iterations: 8);

    /// <summary>All cores, cut short.</summary>
    public static LookPlan BriefAllCores { get; } = AllCores with
    {
        Warmup = WarmupPlan.Brief,
        Window = null,
        Launches = 1,
        FewestLaunches = 1,
        Iterations = 3,

        // Of a launch each, those would have no figure whose cores were not where those of most were.
        Cores = null,
    };

    /// <summary>The look whose launches take their cores as they are.</summary>
    public LookPlan WithoutWaits() => this with { Cores = Cores is { } wait ? wait with { Limit = TimeSpan.Zero } : null };

    /// <summary>Why the look can't be taken on this machine; null when it can.</summary>
    public string? AbsentBecause => Placement.OneCore ? CoreBinding.AbsentBecause : null;
}
