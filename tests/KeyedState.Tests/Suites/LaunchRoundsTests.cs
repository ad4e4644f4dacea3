using KeyedState.Benchmarks.Suites;

namespace KeyedState.Tests.Suites;

public sealed class LaunchRoundsTests
{
    private readonly StringWriter output = new();
    private readonly ManualClock time = new();

    [Fact]
    public void Take_AmpleTime_HasEachLaunchOnceInEachRound()
    {
        var taken = Take(rounds: 3, _ => false).ToList();

        Assert.Equal([0, 0, 0, 1, 1, 1, 2, 2, 2], taken.Select(one => one.Round));
        Assert.All(taken.GroupBy(one => one.Round), round => Assert.Equal(["A", "B", "C"], round.Select(one => one.Launch).Order()));
        Assert.StartsWith($"[round 1 of 3, 1 of 3] launch of {taken[0].Launch}", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Take_TimeIsUp_TakesNoMoreAndSaysSo()
    {
        var taken = new List<string>();
        foreach (var (_, launch) in Take(rounds: 3, _ => false))
        {
            taken.Add(launch);
            time.Elapsed += TimeSpan.FromMinutes(3);
        }

        Assert.Equal(4, taken.Count);
        Assert.Contains("The time is up: round 2 of 3 is not complete", output.ToString(), StringComparison.Ordinal);
    }

    // A state that fails is not launched again, not even in the round in which it did.
    [Fact]
    public void Take_FailsMeanwhile_IsLeftOutFromThenOn()
    {
        var failed = new HashSet<string>();
        var taken = new List<string>();
        foreach (var (_, launch) in Take(rounds: 3, failed.Contains))
        {
            taken.Add(launch);
            failed.Add(launch);
        }

        Assert.Equal(["A", "B", "C"], taken.Order());
    }

    private IEnumerable<(int Round, string Launch)> Take(int rounds, Func<string, bool> isLeftOut) =>
        new LaunchRounds(rounds, TimeSpan.FromMinutes(10), time, new ProgressWriter(output, width: null, time))
            .Take(["A", "B", "C"], new Random(1), () => { }, isLeftOut, launch => $"launch of {launch}");
}
