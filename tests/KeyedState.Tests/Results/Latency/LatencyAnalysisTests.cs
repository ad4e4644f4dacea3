using KeyedState.Results;

namespace KeyedState.Tests.Results.Latency;

public sealed class LatencyAnalysisTests
{
    private static readonly LatencyAnalysis Analysis = new(LatencySamples.Run());
    private static readonly LatencyLoad Low = LatencyLoad.OfRate(10_000);
    private static readonly LatencyLoad High = LatencyLoad.OfRate(50_000);

    [Fact]
    public void Percentile_SeveralLaunches_IsOfAllTimesWithinTheIntervalOfTheirOwn()
    {
        var time = Analysis.ResponseTimes("Owner", Low)!.Percentile(0.99)!;

        Assert.True(time.Lower < time.Center && time.Center < time.Upper, $"{time}");
    }

    [Fact]
    public void ResponseTimes_LoadNotReachedInEveryLaunch_AreAbsent()
    {
        Assert.Null(Analysis.ResponseTimes("Actor", High));
        Assert.Null(Analysis.ServiceTimes("Actor", High));
        Assert.Equal((6, 3), Analysis.Tries("Actor", High));
        Assert.Equal((6, 6), Analysis.Tries("Actor", LatencyLoad.OfShare(0.95)));
        Assert.Equal((0, 0), Analysis.Tries("Lock", LatencyLoad.OfShare(0.95)));
    }

    [Fact]
    public void IsNearFloor_BelowThreeTimesTheEmptyState_SaysSo()
    {
        var floor = Analysis.ResponseTimes(LatencyAnalysis.Floor, Low)!.Percentile(0.5)!.Center;

        Assert.True(Analysis.IsNearFloor("Lock", Low, 0.5, 2.9 * floor));
        Assert.False(Analysis.IsNearFloor("Lock", Low, 0.5, 3.1 * floor));
        Assert.False(Analysis.IsNearFloor(LatencyAnalysis.Floor, Low, 0.5, floor));
    }

    [Fact]
    public void Starves_RoleWithHardlyAnything_SaysSo()
    {
        Assert.Equal((6, 6), Analysis.Starves("ReadersFirst", 1));
        Assert.Equal((6, 0), Analysis.Starves("ReadersFirst", 0));
        Assert.Equal((6, 0), Analysis.Starves("Lock", 1));
    }

    [Fact]
    public void Starves_RoleWithHardlyAnythingThatDoesNotWait_IsOnlySlower()
    {
        var run = LatencySamples.Run();
        var even = new LatencyAnalysis(run with
        {
            Launches = [.. run.Launches.Select(launch => launch with { Closed = launch.Closed with { Roles = [.. launch.Closed.Roles.Select(role => role with { LongestGap = 1e6 })] } })],
        });

        Assert.Equal((6, 0), even.Starves("ReadersFirst", 1));
        Assert.True(even.IsSlower("ReadersFirst", 1));
        Assert.False(even.IsSlower("Lock", 1));
        Assert.False(Analysis.IsSlower("ReadersFirst", 1));
    }

    [Fact]
    public void IsNearFloor_ShareOfACapacity_IsHeldAgainstTheNearestLowerRate()
    {
        var floor = Analysis.ResponseTimes(LatencyAnalysis.Floor, Low)!.Percentile(0.5)!.Center;

        Assert.True(Analysis.IsNearFloor("Actor", LatencyLoad.OfShare(0.5), 0.5, 2.9 * floor));
        Assert.False(Analysis.IsNearFloor("Actor", LatencyLoad.OfShare(0.5), 0.5, 3.1 * floor));
    }

    [Fact]
    public void IsNearFloor_EmptyStateThatMissedTheRate_CannotBeRuledOut()
    {
        var run = LatencySamples.Run();
        var analysis = new LatencyAnalysis(run with { Launches = [.. run.Launches.Where(launch => launch.State != LatencyAnalysis.Floor)] });

        Assert.Null(analysis.TimesFloor("Lock", Low, 0.5, 1e9));
        Assert.True(analysis.IsNearFloor("Lock", Low, 0.5, 1e9));
    }

    [Fact]
    public void Mix_OfRoles_IsWhatOneDoesForEachOfTheOther() => Assert.Equal(900, Analysis.Mix("ReadersFirst", 0, 1)!.Center, 2.0);

    [Fact]
    public void Figures_StateThatFailed_AreAbsent()
    {
        var run = LatencySamples.Run();
        var analysis = new LatencyAnalysis(run with { Failures = [new("Lock", null, "wrong")] });

        Assert.DoesNotContain(analysis.States, state => state.Name == "Lock");
        Assert.Null(analysis.Throughput("Lock"));
        Assert.Null(analysis.ResponseTimes("Lock", Low));
    }
}
