using KeyedState.Results;

namespace KeyedState.Tests.Results.Matrix;

public sealed class LeadFinderTests
{
    private static readonly StoredAxis Axis = new("made up", "made", AxisScale.Linear, " %", [new("0", 0, "a"), new("10", 10, "b"), new("20", 20, "c")]);

    [Fact]
    public void Find_NobodyElseEverFaster_IsOneLead() => Assert.Equal(
        [new Lead("A", 0, 2, IsClear: true, null)], Find(("A", [9, 9, 9]), ("B", [3, 3, 3])));

    [Fact]
    public void Find_AnotherTakesOver_SaysWhere()
    {
        var leads = Find(("A", [8, 8, 2]), ("B", [2, 4, 4]));

        Assert.Equal([("A", 0, 1), ("B", 2, 2)], leads.Select(lead => (lead.State, lead.From, lead.To)));
        Assert.Equal(15, leads[1].Turn!.At!.Value, 6);
    }

    [Fact]
    public void Find_ChallengerNotClearlyFaster_LeavesTheLeadWhereItIs()
    {
        var lead = Assert.Single(Find(("A", [8, 8, 3.9]), ("B", [2, 2, 4])));

        Assert.Equal(("A", 2, false), (lead.State, lead.To, lead.IsClear));
    }

    [Fact]
    public void Find_LeaderHasNoFigureFurtherOn_PassesTheLeadOnWithoutATurn()
    {
        var leads = Find(("A", [8, 8, null]), ("B", [2, 2, 4]));

        Assert.Equal([("A", 1), ("B", 2)], leads.Select(lead => (lead.State, lead.To)));
        Assert.Null(leads[1].Turn);
    }

    [Fact]
    public void Find_NoFiguresAtAll_HasNoLead() => Assert.Empty(Find(("A", [null, null, null])));

    // Ratios within a tenth of 1 are unclear.
    private static IReadOnlyList<Lead> Find(params (string State, double?[] Rates)[] states)
    {
        var rates = states.ToDictionary(state => state.State, state => state.Rates);
        return LeadFinder.Find(
            Axis,
            [.. rates.Keys],
            (state, point) => rates[state][point],
            (state, other) => [.. rates[state].Zip(rates[other]).Select(pair => pair is { First: { } one, Second: { } two } ? new Estimate(one / two, one / two * 0.9, one / two * 1.1, 0.97, 6) : null)]);
    }
}
