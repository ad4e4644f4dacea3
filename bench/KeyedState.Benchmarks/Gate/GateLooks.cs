using KeyedState.Benchmarks.Environments;
using KeyedState.Benchmarks.Environments.Cards;
using KeyedState.Benchmarks.Workers;
using KeyedState.Harness;
using KeyedState.Regression;
using KeyedState.Results;

namespace KeyedState.Benchmarks.Gate;

/// <summary>How the gate takes its looks on this machine.</summary>
internal static class GateLooks
{
    /// <summary>What the look at latency is called on the command line, and its folder.</summary>
    public const string Latency = "latency";

    /// <summary>
    /// How many operations a second are due in the look at latency, those of all workers together: a tenth of what two cores get done with
    /// a lock and a queue, so that most designs are idle half of the time, and one that became three times as slow still bears it.
    /// </summary>
    public const double Rate = 20_000;

    private const string OneCoreOnly = "this machine has one core";

    // The queue of a fresh loop is empty, and the first of its operations meet none.
    private static readonly TimeSpan Lead = TimeSpan.FromMilliseconds(20);

    /// <summary>
    /// The usual looks. All looks compile everything once and optimised: a gate has no time to wait for tiers, and what profile-guided
    /// optimisation makes of a launch differs from launch to launch by more than what it must see. On all cores the
    /// pool's search for a better thread count stays off for the same reason.
    /// </summary>
    public static IReadOnlyList<LookSetup> Usual =>
    [
        new(LookRules.OneCore, Placement.QuietCore.RuntimeSettings, CoreBinding.ToOneCoreWherePossible, Bound: true, CoreBinding.AbsentBecause),
        new(LookRules.AllCores, Placement.QuietCores.RuntimeSettings, () => null, Bound: false, Environment.ProcessorCount > 1 ? null : OneCoreOnly),
    ];

    /// <summary>The looks of a call.</summary>
    /// <param name="look"><see cref="Latency"/>, or null for the usual ones.</param>
    public static IReadOnlyList<LookSetup> Of(string? look) => look == Latency ? [AtLatency()] : Usual;

    private static LookSetup AtLatency() => new(
        LookRules.Latency,
        Placement.QuietCores.RuntimeSettings,
        () => null,
        Bound: false,
        Environment.ProcessorCount > 1 ? null : OneCoreOnly,
        new OpenLoopLoad(Rate, Window, LatencyAnalysis.ReadsInResolution * ClockCost.OfReading()));

    private static string Window(double milliseconds, int seed) =>
        LatencyWork.Text(new OpenLoopPlan(Rate, Lead, TimeSpan.FromMilliseconds(milliseconds), ClosedLoopPlan.Usual.Run, Even: false, seed));

    /// <summary>The looks as a record keeps them.</summary>
    public static IReadOnlyList<GateLook> Stored(IReadOnlyList<LookSetup> looks) =>
        [.. looks.Select(look => new GateLook(look.Rules.Look, Math.Exp(look.Rules.Threshold), Math.Exp(look.Rules.Unimportant), look.AbsentBecause, Rate: look.Load?.Rate))];
}
