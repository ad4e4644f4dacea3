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
        Assert.True(Analysis.Starves("ReadersFirst", 1));
        Assert.False(Analysis.Starves("ReadersFirst", 0));
        Assert.False(Analysis.Starves("Lock", 1));
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
