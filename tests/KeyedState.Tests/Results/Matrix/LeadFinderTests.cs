using KeyedState.Results;

namespace KeyedState.Tests.Results.Matrix;

public sealed class LeadFinderTests
{
    private static readonly StoredPoint[] Points = [new("0", 0, "a"), new("10", 10, "b"), new("20", 20, "c")];
    private static readonly StoredAxis Axis = new("made up", "made", AxisScale.Linear, " %", Points);

    [Fact]
    public void Find_NobodyElseEverFaster_IsOneLead() => Assert.Equal(
        [new Lead("A", 0, 2, IsClear: true, null)], Find(("A", [9, 9, 9]), ("B", [3, 3, 3])).Leads);

    [Fact]
    public void Find_AnotherTakesOver_SaysWhere()
    {
        var leads = Find(("A", [8, 8, 2]), ("B", [2, 4, 4])).Leads;

        Assert.Equal([("A", 0, 1), ("B", 2, 2)], leads.Select(lead => (lead.State, lead.From, lead.To)));
        Assert.Equal(15, leads[1].Turn!.At!.Value, 6);
    }

    [Fact]
    public void Find_ChallengerNotClearlyFaster_LeavesTheLeadWhereItIs()
    {
        var lead = Assert.Single(Find(("A", [8, 8, 3.9]), ("B", [2, 2, 4])).Leads);

        Assert.Equal(("A", 2, false), (lead.State, lead.To, lead.IsClear));
    }

    [Fact]
    public void Find_LeaderHasNoFigureFurtherOn_PassesTheLeadOnWithoutATurn()
    {
        var leads = Find(("A", [8, 8, null]), ("B", [2, 2, 4])).Leads;

        Assert.Equal([("A", 1), ("B", 2)], leads.Select(lead => (lead.State, lead.To)));
        Assert.Null(leads[1].Turn);
    }

    [Fact]
    public void Find_NoFiguresAtAll_HasNoLead()
    {
        var (leads, undecided) = Find(("A", [null, null, null]));

        Assert.Empty(leads);
        Assert.Empty(undecided);
    }

    [Fact]
    public void Find_RatioWithoutInterval_LeavesThePointUndecided()
    {
        var (leads, undecided) = Find(Axis, (_, _, point) => point == 1 ? null : 0.1, ("A", [8, 2, 2]), ("B", [2, 8, 8]));

        Assert.Equal([1], undecided);
        Assert.Equal([("A", 0, 0), ("B", 2, 2)], leads.Select(lead => (lead.State, lead.From, lead.To)));
    }

    [Fact]
    public void Find_NoIntervalsAnywhere_HasNoLead()
    {
        var (leads, undecided) = Find(Axis, (_, _, _) => null, ("A", [8, 2, 2]), ("B", [2, 8, 8]));

        Assert.Empty(leads);
        Assert.Equal([0, 1, 2], undecided);
    }

    // F's launches differ so much that its median, the highest of all, says nothing; G's say that it is faster than A.
    [Fact]
    public void Find_HighestMedianIsNoise_YieldsToWhoIsClearlyFaster()
    {
        var leads = Find(Axis, (one, other, _) => one == "F" || other == "F" ? 0.9 : 0.1, ("A", [8, 8, 4]), ("F", [4, 4, 7]), ("G", [2, 2, 6])).Leads;

        Assert.Equal([("A", 1), ("G", 2)], leads.Select(lead => (lead.State, lead.To)));
        Assert.False(leads[1].IsClear);
        Assert.NotNull(leads[1].Turn);
    }

    // B was clearly faster than C only before it led, so its lead says nothing of where the two change places.
    [Fact]
    public void Find_ChangeReachesBackBeforeTheLead_IsNoTurnOfIt()
    {
        var leads = Find(
            Axis,
            (one, other, point) => point == 1 && ((one, other) is ("B", "C") or ("C", "B")) ? 0.9 : 0.1,
            ("A", [9, 1, 1]),
            ("B", [8, 6, 2]),
            ("C", [2, 5, 4])).Leads;

        Assert.Equal(["A", "B", "C"], leads.Select(lead => lead.State));
        Assert.NotNull(leads[1].Turn);
        Assert.Null(leads[2].Turn);
    }

    // On an axis with an order, A would keep the lead where B is only level.
    [Fact]
    public void Find_PointsWithoutOrder_AreEachForItself()
    {
        var leads = Find(Axis with { Scale = AxisScale.Named }, (_, _, _) => 0.1, ("A", [8, 3.9, 8]), ("B", [2, 4, 2])).Leads;

        Assert.Equal([("A", 0, true), ("B", 1, false), ("A", 2, true)], leads.Select(lead => (lead.State, lead.From, lead.IsClear)));
    }

    // Ratios within a tenth of 1 are unclear.
    private static AxisLeads Find(params (string State, double?[] Rates)[] states) => Find(Axis, (_, _, _) => 0.1, states);

    /// <param name="axis">The axis.</param>
    /// <param name="width">By which part of a ratio its interval reaches to both sides; null for none.</param>
    /// <param name="states">The rates.</param>
    private static AxisLeads Find(StoredAxis axis, Func<string, string, int, double?> width, params (string State, double?[] Rates)[] states)
    {
        var rates = states.ToDictionary(state => state.State, state => state.Rates);
        return new LeadFinder(
            axis,
            [.. rates.Keys],
            (state, point) => rates[state][point],
            (state, other) => [.. rates[state].Zip(rates[other]).Index().Select(pair => pair.Item is { First: { } one, Second: { } two } ? Ratio(one / two, width(state, other, pair.Index)) : null)]).Find();
    }

    private static Estimate Ratio(double ratio, double? width) =>
        width is { } part ? new(ratio, ratio * (1 - part), ratio * (1 + part), 0.97, 6) : new(ratio, null, null, null, 5);
}
