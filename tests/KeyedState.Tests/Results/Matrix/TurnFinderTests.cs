using KeyedState.Results;

namespace KeyedState.Tests.Results.Matrix;

public sealed class TurnFinderTests
{
    private static readonly StoredAxis Shares = Axis(AxisScale.Linear, 0, 10, 50, 100);
    private static readonly StoredAxis Counts = Axis(AxisScale.Logarithmic, 1, 100, 10_000);

    [Fact]
    public void Find_NoCrossing_HasNone() => Assert.Empty(TurnFinder.Find(Shares, "A", "B", [Clear(4), Clear(3), Clear(2), Clear(1.5)]));

    [Fact]
    public void Find_OneCrossing_LiesWhereBothAreAsFast()
    {
        var turn = Assert.Single(TurnFinder.Find(Shares, "A", "B", [Clear(4), Clear(2), Clear(0.5), Clear(0.25)]));

        Assert.Equal(("A", "B", 1, 2), (turn.Before, turn.After, turn.From, turn.To));
        Assert.Equal((30.0, 2.0, 2.0), (Math.Round(turn.At!.Value, 6), Math.Round(turn.BeforeBy, 6), Math.Round(turn.AfterBy, 6)));
    }

    [Fact]
    public void Find_CrossingOnALogarithmicAxis_IsInterpolatedByLogarithms()
    {
        var turn = Assert.Single(TurnFinder.Find(Counts, "A", "B", [Clear(0.5), Clear(8), Clear(16)]));

        Assert.Equal(("B", "A"), (turn.Before, turn.After));
        Assert.Equal(Math.Pow(100, 0.25), turn.At!.Value, 6);
        Assert.Equal(2, turn.Strength, 6);
    }

    [Fact]
    public void Find_ThereAndBack_HasTwo()
    {
        var turns = TurnFinder.Find(Shares, "A", "B", [Clear(2), Clear(0.5), Clear(0.5), Clear(2)]);

        Assert.Equal([("A", "B", 0, 1), ("B", "A", 2, 3)], turns.Select(turn => (turn.Before, turn.After, turn.From, turn.To)));
        Assert.Equal([5.0, 75.0], turns.Select(turn => Math.Round(turn.At!.Value, 6)));
    }

    [Fact]
    public void Find_UnclearBetween_HasNoPlaceOfItsOwn()
    {
        var turn = Assert.Single(TurnFinder.Find(Shares, "A", "B", [Clear(2), Unclear(1.4), null, Clear(0.5)]));

        Assert.Equal((0, 3, (double?)null), (turn.From, turn.To, turn.At));
    }

    [Fact]
    public void Find_OnlyOneSideIsClear_HasNone() => Assert.Empty(TurnFinder.Find(Shares, "A", "B", [Clear(2), Unclear(0.8), Unclear(0.7), null]));

    [Fact]
    public void Find_FewerThanSixLaunches_HasNone() =>
        Assert.Empty(TurnFinder.Find(Shares, "A", "B", [new Estimate(2, null, null, null, 5), new Estimate(0.5, null, null, null, 5)]));

    [Fact]
    public void Find_PointsWithNothingBetween_HaveNoPlace() =>
        Assert.Null(Assert.Single(TurnFinder.Find(Axis(AxisScale.Ordered, 0, 1), "A", "B", [Clear(2), Clear(0.5)])).At);

    [Fact]
    public void Find_PointsWithoutOrder_HaveNone() => Assert.Empty(TurnFinder.Find(Axis(AxisScale.Named, 0, 1), "A", "B", [Clear(2), Clear(0.5)]));

    private static StoredAxis Axis(AxisScale scale, params double[] points) => new("made up", "made", scale, "", [.. points.Select(at => new StoredPoint($"{at}", at, $"{at}"))]);

    private static Estimate Clear(double ratio) => new(ratio, ratio * 0.95, ratio * 1.05, 0.97, 6);

    private static Estimate Unclear(double ratio) => new(ratio, ratio * 0.5, ratio * 2, 0.97, 6);
}
