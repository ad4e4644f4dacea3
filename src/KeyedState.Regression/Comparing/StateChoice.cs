namespace KeyedState.Regression;

/// <summary>Which states a look compares that has no time for all.</summary>
public static class StateChoice
{
    /// <summary>
    /// Chooses: what the change touches, a family after the other, and then one of each family that is not there yet.
    /// </summary>
    /// <param name="states">The states that both builds have.</param>
    /// <param name="touched">The names of those whose sources differ.</param>
    /// <param name="most">How many at most; 1 or more.</param>
    /// <returns>All states where there are no more; else designs only, in the order of <paramref name="states"/>.</returns>
    public static IReadOnlyList<WorkerState> Of(IReadOnlyList<WorkerState> states, IReadOnlySet<string> touched, int most)
    {
        ArgumentNullException.ThrowIfNull(states);
        ArgumentNullException.ThrowIfNull(touched);
        if (states.Count <= most)
        {
            return states;
        }

        var designs = states.Where(state => !state.IsLimit).ToArray();
        var first = designs.Where(state => touched.Contains(state.Name)).ToArray();
        var families = first.Select(state => state.Family).ToHashSet();
        var chosen = OneOfEach(first).Concat(first).Distinct()
            .Concat(OneOfEach(designs.Where(state => !families.Contains(state.Family)))).Take(most).ToHashSet();
        return [.. states.Where(chosen.Contains)];
    }

    private static IEnumerable<WorkerState> OneOfEach(IEnumerable<WorkerState> states) => states.DistinctBy(state => state.Family);
}
