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
    /// <param name="trials">The trials of the look that is read; counters do not depend on the look but for growth under bursts.</param>
    /// <param name="empty">The limit of states that answer at once.</param>
    /// <param name="floor">The limit of the others.</param>
    public static IReadOnlyList<GateAllocation> Of(Roll roll, IEnumerable<Trial> trials, string empty, string floor)
    {
        var known = trials.ToDictionary(trial => trial.Subject.State);
        return
        [
            .. from state in roll.Designs
               let limit = state.AtOnce ? empty : floor
               where Has(known, state.Name) && Has(known, limit)
               select new GateAllocation(
                   state.Name,
                   Bytes(known[state.Name], launch => launch.Base) - Bytes(known[limit], launch => launch.Base),
                   Bytes(known[state.Name], launch => launch.Head) - Bytes(known[limit], launch => launch.Head)),
        ];
    }

    /// <summary>What a trial's state allocates for an operation, in bytes: the median over all slices.</summary>
    public static double Bytes(Trial trial, Func<PairedLaunch, IReadOnlyList<Slice>> side) =>
        MedianEstimator.Estimate([.. trial.Launches.SelectMany(side).Select(slice => slice.BytesPerOperation)])!.Center;

    private static bool Has(Dictionary<string, Trial> known, string state) => known.TryGetValue(state, out var trial) && trial.Launches.Any();
}
