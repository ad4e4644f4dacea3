using KeyedState.Results;

namespace KeyedState.Regression;

/// <summary>
/// Allocations of two builds, held against the limit's in the same launches, so that what the harness allocates for
/// its workers cancels out.
/// </summary>
internal static class AllocationComparison
{
    /// <summary>Compares.</summary>
    /// <param name="roll">The states.</param>
    /// <param name="trials">The trials on one core: on several queues grow as the threads happen to meet.</param>
    /// <param name="empty">The limit of states that may answer at once.</param>
    /// <param name="floor">The limit of the others.</param>
    public static IReadOnlyList<GateAllocation> Of(Roll roll, IEnumerable<Trial> trials, string empty, string floor)
    {
        var known = trials.ToDictionary(trial => trial.Subject.State);
        var allocations = new List<GateAllocation>();
        foreach (var state in roll.Designs.Where(state => Has(known, state.Name)))
        {
            if (roll.Limits.FirstOrDefault(limit => limit.Name == (state.AtOnce ? empty : floor)) is { } limit && Has(known, limit.Name))
            {
                allocations.Add(new GateAllocation(state.Name, Beyond(state, limit, launch => launch.Base), Beyond(state, limit, launch => launch.Head)));
            }
        }

        return allocations;

        // What the harness allocates is of a slice, whatever number of operations that has.
        double Beyond(WorkerState state, WorkerState limit, Func<PairedLaunch, IReadOnlyList<Slice>> side) =>
            Bytes(known[state.Name], side) - (Bytes(known[limit.Name], side) * Operations(known[limit.Name]) / Operations(known[state.Name]));
    }

    private static long Operations(Trial trial) => trial.Launches.First().Base[0].Operations;

    /// <summary>What a trial's state allocates for an operation, in bytes: the median over all slices.</summary>
    public static double Bytes(Trial trial, Func<PairedLaunch, IReadOnlyList<Slice>> side) =>
        Median.Of([.. trial.Launches.SelectMany(side).Select(slice => slice.BytesPerOperation)]);

    private static bool Has(Dictionary<string, Trial> known, string state) => known.TryGetValue(state, out var trial) && trial.FirstLaunches >= Effect.FewestLaunches;
}
