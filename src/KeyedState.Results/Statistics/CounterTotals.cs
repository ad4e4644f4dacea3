namespace KeyedState.Results;

/// <summary>The counters of a state's launches over all looks, added up, so that fractions of a byte are kept.</summary>
/// <param name="Launches">Over how many launches.</param>
/// <param name="Operations">The operations during which the counters ran.</param>
/// <param name="AllocatedBytes">The bytes that all threads allocated.</param>
/// <param name="Gen0">The collections of generation 0.</param>
/// <param name="WorkItems">The work items that the thread pool completed.</param>
internal sealed record CounterTotals(int Launches, double Operations, double AllocatedBytes, double Gen0, double WorkItems)
{
    /// <summary>Adds up.</summary>
    /// <param name="launches">A state's launches.</param>
    public static CounterTotals Of(IReadOnlyCollection<StoredLaunch> launches) => new(
        launches.Count,
        launches.Sum(launch => (double)launch.CountedOperations),
        launches.Sum(launch => (double)launch.AllocatedBytes),
        launches.Sum(launch => (double)launch.Collections[0]),
        launches.Sum(launch => (double)launch.CompletedWorkItems));

    /// <summary>A counter for each operation; null without launches.</summary>
    /// <param name="counter">One of the counters.</param>
    /// <param name="operations">For each how many operations.</param>
    public Estimate? Per(double counter, double operations = 1) =>
        Launches == 0 ? null : new Estimate(counter * operations / Operations, null, null, null, Launches);
}
