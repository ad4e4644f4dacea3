using KeyedState.Benchmarks.Environments;
using KeyedState.Harness;
using KeyedState.Regression;
using KeyedState.Results;

namespace KeyedState.Benchmarks.Gate;

/// <summary>How the gate takes its looks on this machine.</summary>
internal static class GateLooks
{
    /// <summary>
    /// Both looks compile everything once and optimised: a gate has no time to wait for tiers, and what profile-guided
    /// optimisation makes of a launch differs from launch to launch by more than what it must see. On all cores the
    /// pool's search for a better thread count stays off for the same reason.
    /// </summary>
    public static IReadOnlyList<LookSetup> All =>
    [
        new(LookRules.OneCore, Placement.QuietCore.RuntimeSettings, CoreBinding.ToOneCoreWherePossible, Bound: true, CoreBinding.AbsentBecause),
        new(LookRules.AllCores, Placement.QuietCores.RuntimeSettings, () => null, Bound: false, Environment.ProcessorCount > 1 ? null : "this machine has one core"),
    ];

    /// <summary>The looks as a record keeps them.</summary>
    public static IReadOnlyList<GateLook> Stored(IReadOnlyList<LookSetup> looks) =>
        [.. looks.Select(look => new GateLook(look.Rules.Look, Math.Exp(look.Rules.Threshold), Math.Exp(look.Rules.Unimportant), look.AbsentBecause))];
}
