using KeyedState.Results;

namespace KeyedState.Tests.Results.Statistics;

public sealed class MachinePaceTests
{
    private static readonly double[] Costs = [2, 5, 17, 20, 45, 52, 90, 480, 750];

    // Of eight values the lower quartile lies between the second and the third: here both are 1.
    private static readonly double[] Paces = [1, 1.04, 1, 1.1, 1, 1.02, 1, 1.05];

    [Fact]
    public void Of_WhatAllStatesHaveInCommon_IsThePaceOfEachRound() =>
        AssertPace(Paces, MachinePace.Of(States((cost, round) => cost * Paces[round]), Look.OneCore));

    [Fact]
    public void Of_OneStateThatIsSlowInARound_IsTheStatesOwn() =>
        AssertPace(Paces, MachinePace.Of(States((cost, round) => cost * Paces[round] * (cost == 17 && round == 2 ? 1.4 : 1)), Look.OneCore));

    [Fact]
    public void Of_AllRoundsSlowerAlike_IsNoPace() =>
        AssertPace([1, 1, 1, 1, 1, 1, 1, 1], MachinePace.Of(States((cost, _) => cost * 1.2), Look.OneCore));

    [Fact]
    public void Of_RoundWithTooFewStates_StaysAsItWasMeasured()
    {
        var states = States((cost, round) => cost * Paces[round])
            .Select((state, index) => state.Where(launch => launch.Round != 3 || index < MachinePace.FewestStates - 1));

        var pace = MachinePace.Of(states, Look.OneCore);

        Assert.DoesNotContain(3, pace.Rounds.Keys);
        Assert.Equal(1, pace.Of(3));
        Assert.Equal(1.05, pace.Of(7), 9);
    }

    [Fact]
    public void Of_FewStates_HasNone() =>
        Assert.Empty(MachinePace.Of(States((cost, round) => cost * Paces[round]).Take(MachinePace.FewestStates - 1), Look.OneCore).Rounds);

    [Fact]
    public void Of_OtherLook_HasNone() =>
        Assert.Empty(MachinePace.Of(States((cost, round) => cost * Paces[round]), Look.AllCores).Rounds);

    private static IEnumerable<LaunchFigure>[] States(Func<double, int, double> time) =>
        [.. Costs.Select(cost => Paces.Select((_, round) => new LaunchFigure(Look.OneCore, round, time(cost, round), 1, [1, 1], Settled: true, [])))];

    private static void AssertPace(double[] expected, MachinePace actual)
    {
        Assert.Equal(Enumerable.Range(0, expected.Length), actual.Rounds.Keys.Order());
        Assert.All(expected.Index(), round => Assert.Equal(round.Item, actual.Rounds[round.Index], 9));
    }
}
