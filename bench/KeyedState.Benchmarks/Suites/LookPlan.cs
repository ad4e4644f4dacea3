using KeyedState.Benchmarks.Environments;
using KeyedState.Benchmarks.Launches;
using KeyedState.Results;

namespace KeyedState.Benchmarks.Suites;

/// <summary>How the launches of one look run.</summary>
/// <param name="Look">The look.</param>
/// <param name="Benchmarks">The benchmark class that stands for it.</param>
/// <param name="Launches">How many launches each state has.</param>
/// <param name="Iterations">How many invocations are measured.</param>
/// <param name="Warmup">How long a launch runs before that.</param>
/// <param name="FreshState">Whether every invocation has a state of its own instead of all the launch's.</param>
/// <param name="Pinned">Whether the launch is bound to one core.</param>
/// <param name="RuntimeSettings">Environment variables that set the runtime.</param>
internal sealed record LookPlan(
    Look Look,
    Type Benchmarks,
    int Launches,
    int Iterations,
    WarmupPlan Warmup,
    bool FreshState,
    bool Pinned,
    IReadOnlyDictionary<string, string> RuntimeSettings)
{
    /// <summary>
    /// One core; everything compiled once and optimised, so that no tier changes under the measurement; the
    /// thread pool's search for a better thread count switched off, since it adds threads while a figure is taken.
    /// A launch is short here, so there are more of them: as many as ten minutes leave room for, and as many as it takes
    /// for two launches far off not to reach the interval's ends. Where a state's objects come to lie decides up to a fifth
    /// of its time, for as long as it lives: every invocation has a state of its own.
    /// </summary>
    public static LookPlan OneCore { get; } = new(
        Look.OneCore,
        typeof(CostBenchmarks),
        Launches: 18,
        Iterations: 8,
        WarmupPlan.Untiered,
        FreshState: true,
        Pinned: true,
        new Dictionary<string, string>
        {
            ["DOTNET_TieredCompilation"] = "0",
            ["DOTNET_ReadyToRun"] = "0",
            ["DOTNET_HillClimbing_Disable"] = "1",
        });

    /// <summary>All cores and the runtime's defaults, with one state as long as a launch lasts, as users have it.</summary>
    public static LookPlan AllCores { get; } = new(
        Look.AllCores,
        typeof(ThroughputBenchmarks),
        Launches: 6,
        Iterations: 12,
        WarmupPlan.Usual,
        FreshState: false,
        Pinned: false,
        new Dictionary<string, string>());

    /// <summary>All cores, cut short.</summary>
    public static LookPlan BriefAllCores { get; } = AllCores with
    {
        Launches = 1,
        Iterations = 4,
        Warmup = WarmupPlan.Brief,
    };

    /// <summary>Why the look can't be taken on this machine; null when it can.</summary>
    public string? AbsentBecause => Pinned ? CoreBinding.AbsentBecause : null;
}
