using KeyedState.Benchmarks;
using KeyedState.Benchmarks.Suites;

namespace KeyedState.Tests.Suites;

public sealed class LaunchOrderTests
{
    private static readonly StateEntry[] States = [.. SuiteCatalogue.Default.Entries.Take(3)];

    [Fact]
    public void Plan_EveryRound_HasEachStateOnceInEveryLookThatGoesOn()
    {
        var planned = LaunchOrder.Plan(States, [LookPlan.Cost with { Launches = 5 }, LookPlan.Throughput with { Launches = 2 }], seed: 1);

        var rounds = planned.GroupBy(launch => launch.Round).ToArray();
        Assert.Equal([0, 1, 2, 3, 4], rounds.Select(round => round.Key));
        Assert.Equal([6, 6, 3, 3, 3], rounds.Select(round => round.Count()));
        Assert.All(rounds, round => Assert.Equal(round.Count(), round.Select(launch => (launch.Entry, launch.Plan)).Distinct().Count()));
        Assert.Equal(planned, rounds.SelectMany(round => round));
    }

    [Fact]
    public void Plan_SameSeed_SameOrder() =>
        Assert.Equal(Names(seed: 7), Names(seed: 7));

    [Fact]
    public void Plan_OtherSeed_OtherOrder() =>
        Assert.NotEqual(Names(seed: 7), Names(seed: 8));

    private static IEnumerable<string> Names(int seed) =>
        LaunchOrder.Plan(States, [LookPlan.Cost, LookPlan.Throughput], seed).Select(launch => launch.NoteName);
}
