namespace KeyedState.Results;

/// <summary>In which order the states of one promise stand on all places, in one look.</summary>
/// <param name="Promise">The promise.</param>
/// <param name="Look">The look.</param>
/// <param name="Tiers">
/// The names of the states that have a figure on every place. Each of a tier is ahead of each of the tiers after it, on every
/// place; those of one tier are in no order that holds for all of them.
/// </param>
/// <param name="Pairs">Every two of these states, and of those that can't be placed.</param>
/// <param name="Unplaced">
/// The names of the states that have a figure on every place but on one of them too few launches for an interval, so that they can't
/// be put before or after others. They are in no tier: one such state would join all tiers into one.
/// </param>
public sealed record PromiseOrder(
    Promise Promise, Look Look, IReadOnlyList<IReadOnlyList<string>> Tiers, IReadOnlyList<PairOrder> Pairs, IReadOnlyList<string> Unplaced)
{
    /// <summary>The order of the states of one promise.</summary>
    /// <param name="promise">The promise.</param>
    /// <param name="look">The look.</param>
    /// <param name="states">Of each state its analyses in the order of the places, all with a figure in the look; the best first.</param>
    internal static PromiseOrder Of(Promise promise, Look look, IReadOnlyList<IReadOnlyList<StateAnalysis>> states)
    {
        PairOrder[] pairs =
        [
            .. from first in Enumerable.Range(0, states.Count)
               from second in Enumerable.Range(first + 1, states.Count - first - 1)
               select PairOrder.Of(states[first], states[second], look),
        ];
        var unplaced = Unknown(pairs);
        var ahead = pairs.Where(pair => pair.Holds).Select(pair => (pair.First, pair.Second)).ToHashSet();
        string[] ranked = [.. states.Select(state => state[0].Declared.Name).Except(unplaced).OrderByDescending(name => ahead.Count(pair => pair.First == name))];
        List<IReadOnlyList<string>> tiers = [];
        for (var (begin, end) = (0, 1); begin < ranked.Length; end++)
        {
            if (ranked[begin..end].All(first => ranked[end..].All(second => ahead.Contains((first, second)))))
            {
                tiers.Add(ranked[begin..end]);
                begin = end;
            }
        }

        return new(promise, look, tiers, pairs, unplaced);
    }

    /// <summary>The fewest states without which every pair is known, found greedily: the one of the most unknown pairs goes first.</summary>
    private static List<string> Unknown(IReadOnlyList<PairOrder> pairs)
    {
        List<string> removed = [];
        while (pairs.Where(pair => !pair.IsKnown && !removed.Contains(pair.First) && !removed.Contains(pair.Second)).SelectMany(pair => new[] { pair.First, pair.Second })
            .CountBy(name => name).OrderByDescending(count => count.Value).ThenBy(count => count.Key, StringComparer.Ordinal).Select(count => count.Key).FirstOrDefault() is { } most)
        {
            removed.Add(most);
        }

        return removed;
    }
}
