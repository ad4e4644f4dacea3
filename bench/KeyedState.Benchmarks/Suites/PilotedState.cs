using KeyedState.Harness;

namespace KeyedState.Benchmarks.Suites;

/// <summary>What the launches of a state in a look do, and how long one takes.</summary>
/// <param name="Entry">The state.</param>
/// <param name="Look">The look.</param>
/// <param name="Plan">What a launch does.</param>
/// <param name="LaunchSeconds">How long a launch takes without its iterations; 0 where nobody has tried.</param>
/// <param name="IterationSeconds">How long an iteration takes, with what comes before it; 0 where nobody has tried.</param>
/// <param name="WaitedSeconds">How long its pilot waited for cores that are near each other; that is chance, and not the state's.</param>
internal sealed record PilotedState(
    StateEntry Entry, LookPlan Look, LaunchPlan Plan, double LaunchSeconds = 0, double IterationSeconds = 0, double WaitedSeconds = 0)
{
    /// <summary>The operations of an iteration, over all workers.</summary>
    public int Operations => Plan.Scenario.Workers * Plan.Work.OperationsPerWorker;

    /// <summary>Whether its pilot waited as long as it was to, and its cores did not come near.</summary>
    public bool HasWaitedInVain => Look.Cores is { } wait && wait.Limit > TimeSpan.Zero && WaitedSeconds >= wait.Limit.TotalSeconds;

    /// <summary>The same where its look waits for cores no longer, or as before.</summary>
    /// <param name="look">The look as it is now.</param>
    public PilotedState In(LookPlan look) => this with
    {
        Look = look,
        Plan = Plan with { Cores = look.Cores },
        WaitedSeconds = look.Cores?.Limit > TimeSpan.Zero ? WaitedSeconds : 0,
    };

    /// <summary>How long a launch with so many measured iterations takes, in seconds.</summary>
    public double Seconds(int iterations) => LaunchSeconds + (iterations * IterationSeconds);
}
