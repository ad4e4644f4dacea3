namespace KeyedState.Results;

/// <summary>Finds who leads along an axis.</summary>
/// <param name="axis">The axis.</param>
/// <param name="states">The names of the states.</param>
/// <param name="rate">The rate of a state at a point; null where it has none.</param>
/// <param name="ratios">How many times as fast a state is as another, at each point.</param>
public sealed class LeadFinder(
    StoredAxis axis, IReadOnlyList<string> states, Func<string, int, double?> rate, Func<string, string, IReadOnlyList<Estimate?>> ratios)
{
    private readonly Dictionary<(string State, string Other), IReadOnlyList<Estimate?>> known = [];

    /// <summary>
    /// Finds them. The first lead goes to the highest rate among the states than which nobody is clearly faster. A state keeps the lead until
    /// somebody is, or until it has no figure. Where points have no order each is a lead of its own.
    /// </summary>
    public AxisLeads Find()
    {
        var leads = new List<Lead>();
        var undecided = new List<int>();
        for (var point = 0; point < axis.Points.Count; point++)
        {
            string[] present = [.. states.Where(state => rate(state, point) is not null)];
            if (present.Length == 0)
            {
                continue;
            }

            if (!IsDecided(present, point))
            {
                undecided.Add(point);
            }
            else if (axis.Scale != AxisScale.Named && leads is [.., var last] && present.Contains(last.State) && IsUnbeaten(last.State, present, point))
            {
                leads[^1] = last with { To = point, IsClear = last.IsClear && IsClear(last.State, present, point) };
            }
            else
            {
                var fastest = FastestOf(present, leads.Count == 0 ? null : leads[^1].State, point);
                leads.Add(new Lead(fastest, point, point, IsClear(fastest, present, point), leads.Count == 0 ? null : TurnBetween(leads[^1], fastest, point)));
            }
        }

        return new(leads, undecided);
    }

    // Fewer launches than an interval needs say nothing, and nothing is not the same as level.
    private bool IsDecided(string[] present, int point) =>
        present.All(state => present.All(other => other == state || Ratio(state, other, point) is { Lower: not null, Upper: not null }));

    private bool IsUnbeaten(string state, string[] present, int point) => present.All(other => other == state || TurnFinder.Side(Ratio(other, state, point)) <= 0);

    private bool IsClear(string state, string[] present, int point) => present.All(other => other == state || TurnFinder.Side(Ratio(state, other, point)) > 0);

    // Medians of noisy launches can be the highest without being clearly higher than the leader's: who is clearly faster comes first.
    private string FastestOf(string[] present, string? before, int point) => present
        .OrderByDescending(state => IsUnbeaten(state, present, point))
        .ThenByDescending(state => axis.Scale != AxisScale.Named && before is not null && present.Contains(before) && TurnFinder.Side(Ratio(state, before, point)) > 0)
        .ThenByDescending(state => rate(state, point))
        .First();

    private TurningPoint? TurnBetween(Lead before, string after, int point) => before.State == after ? null : TurnFinder
        .Find(axis, before.State, after, RatiosOf(before.State, after))
        .FirstOrDefault(turn => turn.To == point && turn.After == after && turn.From >= before.From);

    private Estimate? Ratio(string state, string other, int point) => RatiosOf(state, other)[point];

    private IReadOnlyList<Estimate?> RatiosOf(string state, string other) =>
        known.TryGetValue((state, other), out var found) ? found : known[(state, other)] = ratios(state, other);
}
