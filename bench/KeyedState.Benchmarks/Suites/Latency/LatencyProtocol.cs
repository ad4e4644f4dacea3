using KeyedState.Harness;
using KeyedState.Results;

namespace KeyedState.Benchmarks.Suites.Latency;

/// <summary>How the latency suite measures.</summary>
/// <param name="Rounds">How many launches each state has.</param>
/// <param name="Closed">The closed loop.</param>
/// <param name="Lead">How long operations arrive before the measured part of an open loop.</param>
/// <param name="Window">How long that is.</param>
/// <param name="Rates">The arrival rates that all states have, rising.</param>
/// <param name="Shares">The shares of its own capacity that a state is loaded with, rising.</param>
/// <param name="PacedWindow">How long paced workers are counted, and the program in Go.</param>
internal sealed record LatencyProtocol(
    int Rounds, ClosedLoopPlan Closed, TimeSpan Lead, TimeSpan Window, IReadOnlyList<double> Rates, IReadOnlyList<double> Shares, TimeSpan PacedWindow)
{
    /// <summary>As many launches as an interval needs, with windows that ten minutes hold.</summary>
    public static LatencyProtocol Usual { get; } = new(
        6, ClosedLoopPlan.Usual, TimeSpan.FromMilliseconds(100), TimeSpan.FromMilliseconds(300), [10_000, 50_000, 200_000], [0.5, 0.8, 0.95], TimeSpan.FromMilliseconds(300));

    /// <summary>One short launch: whether it works, not how long anything takes.</summary>
    public static LatencyProtocol Brief { get; } = new(
        1,
        ClosedLoopPlan.Usual with { Window = TimeSpan.FromMilliseconds(100), LongestRampUp = TimeSpan.FromMilliseconds(60) },
        TimeSpan.FromMilliseconds(20),
        TimeSpan.FromMilliseconds(200),
        [10_000],
        [0.5],
        TimeSpan.FromMilliseconds(100));

    /// <summary>A closed loop whose figures nobody looks at, after which everything that records is compiled.</summary>
    public static ClosedLoopPlan RehearsedClosed { get; } =
        ClosedLoopPlan.Usual with { Window = TimeSpan.FromMilliseconds(40), LongestRampUp = TimeSpan.FromMilliseconds(40) };

    /// <summary>The same of an open loop.</summary>
    public static OpenLoopPlan RehearsedOpen { get; } =
        new(10_000, TimeSpan.FromMilliseconds(10), TimeSpan.FromMilliseconds(30), ClosedLoopPlan.Usual.Run, Even: false, Seed: 1);

    /// <summary>Where launches run: code that is optimised when it is first compiled, since no load has the seconds that the runtime's defaults take to settle.</summary>
    public static Placement Placement { get; } = Placement.QuietCores with { Lifetime = StateLifetime.Launch };

    /// <summary>An open loop.</summary>
    /// <param name="rate">Arrivals per second; null for all at once.</param>
    /// <param name="seed">What the arrivals are drawn from.</param>
    public OpenLoopPlan Open(double? rate, int seed) => new(rate, Lead, Window, Closed.Run, Even: false, seed);

    /// <summary>The open loop in which each worker has an operation due every millisecond.</summary>
    /// <param name="seed">What the order of the workers is drawn from.</param>
    public OpenLoopPlan FixedRate(int seed) => new(PacedRun.IntendedRate, Lead, PacedWindow, Closed.Run, Even: true, seed);

    /// <summary>The stored form.</summary>
    /// <param name="driverLimit">The highest rate that the open loop reached with a state that does nothing; null where it reached none.</param>
    public StoredLatencyProtocol Stored(double? driverLimit) => new(
        Rates,
        Shares,
        driverLimit,
        Closed.Window.TotalMilliseconds,
        Window.TotalMilliseconds,
        Lead.TotalMilliseconds,
        Closed.Run.TotalMicroseconds,
        Even: false);
}
