using KeyedState.Benchmarks.Suites.Series;
using KeyedState.Harness;

namespace KeyedState.Benchmarks.Suites.Compound;

/// <summary>One short launch of states in every scenario that they offer: whether that works, not how fast they are.</summary>
internal static class CompoundTry
{
    // More would take the slowest a minute to fill.
    private const int MostKeys = 1_000;

    /// <summary>Tries the states.</summary>
    /// <param name="states">The states.</param>
    /// <param name="progress">Told of those that fail.</param>
    /// <returns>How many states failed.</returns>
    public static int Run(IReadOnlyList<StateEntry> states, ProgressWriter progress)
    {
        StateEntry[] offering = [.. states.Where(entry => !entry.IsLimit && Enum.GetValues<Capability>().Any(entry.Offers))];
        progress.Say($"Operations of more than one step: {offering.Length} states, each in every scenario that it offers.");
        return offering.Count(entry => SeriesTry.Fails(
            entry, CompoundSuite.AllCores, CompoundSuite.AllCores.Scenarios.Where(scenario => scenario.Needs.All(entry.Offers)).Select(Small), progress));
    }

    private static Scenario Small(Scenario scenario) => scenario with { Keys = scenario.Keys with { Count = Math.Min(scenario.Keys.Count, MostKeys) } };
}
