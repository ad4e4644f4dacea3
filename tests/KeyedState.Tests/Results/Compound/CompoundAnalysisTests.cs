using KeyedState.Results;

namespace KeyedState.Tests.Results.Compound;

public sealed class CompoundAnalysisTests
{
    private static readonly CompoundAnalysis Analysis = new(CompoundSamples.Run());

    [Fact]
    public void Time_SeveralLaunches_IsTheMedianOfTheirMedians()
    {
        var time = Analysis.Time("Lock", Look.OneCore, "all write")!;

        Assert.Equal(20 * 1.025, time.Center, 6);
        Assert.Equal((20 * 1.0, 20 * 1.05), (time.Lower!.Value, time.Upper!.Value), new RoughPairs());
    }

    [Fact]
    public void Rate_NanosecondsPerOperation_IsMillionsPerSecond() =>
        Assert.Equal(1e3 / 50 / 1.025, Analysis.Rate("Owner", Look.AllCores, "all write")!.Center, 2);

    [Fact]
    public void BesideWrite_LaunchesThatAreSlowAlike_HoldsThemAgainstThemselves()
    {
        var beside = Analysis.BesideWrite("Lock", Look.OneCore, "all transfer")!;

        Assert.Equal((4.0, 4.0, 4.0), (beside.Center, beside.Lower!.Value, beside.Upper!.Value));
    }

    [Fact]
    public void Speedup_StateThatIsFaster_IsAboveOne()
    {
        Assert.Equal(2.5, Analysis.Speedup("Lock", "Owner", Look.AllCores, "all write")!.Center, 6);
        Assert.Equal(55.0 / 80, Analysis.Speedup("Lock", "Owner", Look.AllCores, "all transfer")!.Center, 6);
    }

    [Fact]
    public void Bytes_OfAnOperation_AreThoseOfTheIterationSharedOut() => Assert.Equal(300.25, Analysis.Bytes("Owner", Look.OneCore, "all transfer")!.Value, 6);

    [Fact]
    public void ShareOfWaiting_StateThatWaitsForNothingElse_IsNearlyAll()
    {
        Assert.Equal(1 / 1.05, Analysis.ShareOfWaiting("SemaphorePerKey", "spread update, 1 ms")!.Center, 6);
        Assert.Equal(1 / 110.0, Analysis.ShareOfWaiting("Owner", "spread update, 1 ms")!.Center, 6);
    }

    [Fact]
    public void Apart_BystandersTimes_IsTheirMedian() => Assert.Equal(2_000, Analysis.Apart("SemaphorePerKey", "spread update, 1 ms"));

    [Fact]
    public void Figures_NotMeasured_AreAbsent()
    {
        Assert.Null(Analysis.Time("Lock", Look.AllCores, "spread update, 1 ms"));
        Assert.Null(Analysis.BesideWrite("SemaphorePerKey", Look.AllCores, "spread update, 1 ms"));
        Assert.Null(Analysis.Bytes("Unmeasured", Look.AllCores, "all add"));
        Assert.Null(Analysis.Apart("Lock", "all write"));
    }

    private sealed class RoughPairs : IEqualityComparer<(double, double)>
    {
        public bool Equals((double, double) x, (double, double) y) => Math.Abs(x.Item1 - y.Item1) < 1e-6 && Math.Abs(x.Item2 - y.Item2) < 1e-6;

        public int GetHashCode((double, double) obj) => 0;
    }
}
