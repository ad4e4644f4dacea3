using KeyedState.Harness;
using KeyedState.Results;

namespace KeyedState.Stores.Benchmarks;

/// <summary>How the stores suite measures.</summary>
/// <param name="Rounds">How many launches each state has.</param>
/// <param name="Rehearsal">The loop of each scenario that goes before all that are measured where an engine of .NET has a process of its own, since it is compiled while it serves; any other that has one is rehearsed in one scenario.</param>
/// <param name="Closed">The loop that is measured.</param>
/// <param name="Open">The open loop at the end, with another seed in each launch.</param>
internal sealed record StoresProtocol(int Rounds, ClosedLoopPlan Rehearsal, ClosedLoopPlan Closed, OpenLoopPlan Open)
{
    /// <summary>As many launches as an interval needs. A window is long against the 10 ms that are the step of an engine's processor time.</summary>
    public static StoresProtocol Usual { get; } = new(6, Loop(milliseconds: 300, lead: 0), Loop(milliseconds: 200), Arrivals(milliseconds: 300));

    /// <summary>Where the callers' processes run: code that is optimised when it is first compiled, as in the latency suite.</summary>
    public static Placement Placement { get; } = Placement.QuietCores with { Lifetime = StateLifetime.Launch };

    /// <summary>The stored form.</summary>
    public StoredStoresProtocol Stored => new(Closed.Window.TotalMilliseconds, Rehearsal.Window.TotalMilliseconds, Closed.LongestRampUp.TotalMilliseconds, Closed.Run.TotalMicroseconds, StoredArrivals);

    private StoredArrivals StoredArrivals => new(StoreScenarios.Open.Name, Open.Rate!.Value, Open.Lead.TotalMilliseconds, Open.Window.TotalMilliseconds);

    /// <summary>A loop of another length.</summary>
    /// <param name="milliseconds">How long its measured part is.</param>
    /// <param name="lead">How many milliseconds go before that: fewer than a loop needs to find out that it is steady, so always as many.</param>
    public static ClosedLoopPlan Loop(int milliseconds, int lead = 150) =>
        ClosedLoopPlan.Usual with { Window = TimeSpan.FromMilliseconds(milliseconds), LongestRampUp = TimeSpan.FromMilliseconds(lead) };

    /// <summary>An open loop of another length. Its rate is the lowest of the latency suite: all engines can do more, and the launches of a state together have enough writes for a 99th percentile.</summary>
    /// <param name="milliseconds">How long its measured part is.</param>
    public static OpenLoopPlan Arrivals(int milliseconds) =>
        new(10_000, TimeSpan.FromMilliseconds(100), TimeSpan.FromMilliseconds(milliseconds), ClosedLoopPlan.Usual.Run, Even: false, Seed: 1);
}
