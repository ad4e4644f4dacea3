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
        var planned = Plan(seed: 1, LookPlan.OneCore with { Launches = 5 }, LookPlan.AllCores with { Launches = 2 });

        var rounds = planned.Chunk(States.Length).ToArray();
        Assert.All(rounds, round => Assert.Single(round.Select(launch => (launch.Look, launch.Round)).Distinct()));
        Assert.All(rounds, round => Assert.Equal(States.Length, round.Select(launch => launch.Entry).Distinct().Count()));
        Assert.Equal(
            [
                (Look.OneCore, 0), (Look.AllCores, 0), (Look.OneCore, 1), (Look.OneCore, 2), (Look.AllCores, 1), (Look.OneCore, 3), (Look.OneCore, 4),
                (Look.OneCore, 5), (Look.AllCores, 2), (Look.OneCore, 6), (Look.AllCores, 3), (Look.OneCore, 7), (Look.OneCore, 8), (Look.OneCore, 9), (Look.OneCore, 10),
            ],
            rounds.Select(round => (round[0].Look.Look, round[0].Round)));
        Assert.Equal(8 * States.Length, planned.Count(launch => launch.IsSpare));
    }

    [Fact]
    public void Plan_SameSeed_SameOrder() =>
        Assert.Equal(Names(seed: 7), Names(seed: 7));

    [Fact]
    public void Plan_OtherSeed_OtherOrder() =>
        Assert.NotEqual(Names(seed: 7), Names(seed: 8));

    private static IEnumerable<string> Names(int seed) =>
        Plan(seed, LookPlan.OneCore, LookPlan.AllCores).Select(launch => launch.NoteName);

    private static IReadOnlyList<PlannedLaunch> Plan(int seed, params LookPlan[] looks) =>
        LaunchOrder.Plan([.. looks.SelectMany(look => States.Select(state => new PilotedState(state, look, WorkSize.Unpiloted(110))))], looks, seed);
}
