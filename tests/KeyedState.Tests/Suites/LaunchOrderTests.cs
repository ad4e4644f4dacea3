using KeyedState.Benchmarks;
using KeyedState.Benchmarks.Suites;
using KeyedState.Results;

namespace KeyedState.Tests.Suites;

public sealed class LaunchOrderTests
{
    private static readonly StateEntry[] States = [.. SuiteCatalogue.Default.Entries.Take(3)];

    [Fact]
    public void Plan_EveryRound_HasEachStateOnceAndNothingInBetween()
    {
        var planned = LaunchOrder.Plan(States, [LookPlan.Cost with { Launches = 5 }, LookPlan.Throughput with { Launches = 2 }], seed: 1);

        var rounds = planned.Chunk(States.Length).ToArray();
        Assert.All(rounds, round => Assert.Single(round.Select(launch => (launch.Plan, launch.Round)).Distinct()));
        Assert.All(rounds, round => Assert.Equal(States.Length, round.Select(launch => launch.Entry).Distinct().Count()));
        Assert.Equal(
            [(Look.Cost, 0), (Look.Throughput, 0), (Look.Cost, 1), (Look.Cost, 2), (Look.Throughput, 1), (Look.Cost, 3), (Look.Cost, 4)],
            rounds.Select(round => (round[0].Plan.Look, round[0].Round)));
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
