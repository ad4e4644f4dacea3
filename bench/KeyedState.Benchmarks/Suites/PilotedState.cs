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

    /// <summary>How long a launch with so many measured iterations takes, in seconds.</summary>
    public double Seconds(int iterations) => LaunchSeconds + (iterations * IterationSeconds);
}
