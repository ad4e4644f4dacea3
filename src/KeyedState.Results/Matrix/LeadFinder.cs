namespace KeyedState.Results;

/// <summary>Finds who leads along an axis.</summary>
public static class LeadFinder
{
    /// <summary>Finds the leads, one after the other.</summary>
    /// <param name="axis">The axis.</param>
    /// <param name="states">The names of the states.</param>
    /// <param name="rate">The rate of a state at a point; null where it has none.</param>
    /// <param name="ratios">How many times as fast a state is as another, at each point.</param>
    /// <returns>The leads, which together cover the points that have figures. A state takes the lead only where it is clearly faster than the one that had it.</returns>
    public static IReadOnlyList<Lead> Find(
        StoredAxis axis, IReadOnlyList<string> states, Func<string, int, double?> rate, Func<string, string, IReadOnlyList<Estimate?>> ratios)
    {
        ArgumentNullException.ThrowIfNull(axis);
        var leads = new List<Lead>();
        for (var point = 0; point < axis.Points.Count; point++)
        {
            if (FastestAt(point) is not { } fastest)
            {
                continue;
            }

            if (leads is [.., var last] && (last.State == fastest || !MustYield(last.State, fastest, point)))
            {
                leads[^1] = last with { To = point, IsClear = last.IsClear && IsClear(last.State, point) };
            }
            else
            {
                var turn = leads.Count == 0 ? null : TurnFinder.Find(axis, leads[^1].State, fastest, ratios(leads[^1].State, fastest)).FirstOrDefault(turn => turn.To == point && turn.After == fastest);
                leads.Add(new Lead(fastest, point, point, IsClear(fastest, point), turn));
            }
        }

        return leads;

        string? FastestAt(int point) => states.Where(state => rate(state, point) is not null).MaxBy(state => rate(state, point)!.Value);

        // Who has no figure there can't keep the lead.
        bool MustYield(string leader, string challenger, int point) => rate(leader, point) is null || TurnFinder.Side(ratios(challenger, leader)[point]) > 0;

        bool IsClear(string leader, int point) => states.Where(state => state != leader && rate(state, point) is not null).All(state => TurnFinder.Side(ratios(leader, state)[point]) > 0);
    }
}
