using KeyedState.Harness;
using KeyedState.Regression;

namespace KeyedState.Benchmarks.Suites.Compound;

/// <summary>One short iteration of every state in every scenario that it offers: whether they work, not how fast they are.</summary>
internal static class CompoundTry
{
    private static readonly FixedWork Little = new(OperationsPerWorker: 20, RunLength: 5);

    /// <summary>Tries the states.</summary>
    /// <param name="states">The states.</param>
    /// <param name="progress">Told of those that fail.</param>
    /// <returns>How many states failed.</returns>
    public static int Run(IReadOnlyList<StateEntry> states, ProgressWriter progress)
    {
        StateEntry[] offering = [.. states.Where(entry => !entry.IsLimit && Enum.GetValues<Capability>().Any(entry.Offers))];
        progress.Say($"Operations of more than one step: {offering.Length} states, each in every scenario that it offers.");
        return offering.Count(entry => Fails(entry, progress));
    }

    private static bool Fails(StateEntry entry, ProgressWriter progress)
    {
        var look = CompoundLook.AllCores;
        try
        {
            using var launch = new CompoundLaunch(entry, look);
            foreach (var scenario in look.Scenarios.Where(scenario => CompoundLaunch.Offers(entry, scenario)))
            {
                launch.Measure(new LaunchPlan(scenario, Little, WarmupPlan.None, look.Placement.Lifetime), round: 0);
            }

            return false;
        }
        catch (WorkerException failure)
        {
            progress.Say($"{entry.Name} FAILED: {failure.Message}");
            return true;
        }
    }
}
