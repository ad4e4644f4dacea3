using KeyedState.Results;

namespace KeyedState.Tests.Results.Statistics;

public sealed class EstimateTests
{
    [Fact]
    public void Widened_Interval_AddsLikeStandardDeviations()
    {
        var widened = new Estimate(10, 10 * Math.Exp(-0.03), 10 * Math.Exp(0.04), 0.97, 7).Widened(0.04);

        Assert.Equal(10, widened.Center);
        Assert.Equal(10 * Math.Exp(-0.05), widened.Lower!.Value, 1e-9);
        Assert.Equal(10 * Math.Exp(Math.Sqrt(2) * 0.04), widened.Upper!.Value, 1e-9);
    }

    [Fact]
    public void Widened_ByNothing_IsTheSameInterval()
    {
        var widened = new Estimate(10, 9, 12, 0.97, 7).Widened(0);

        Assert.Equal((9, 12), (widened.Lower!.Value, widened.Upper!.Value));
    }

    [Fact]
    public void WidenedBy_Difference_AddsInItsUnit()
    {
        var widened = new Estimate(1, -2, 5, 0.97, 7).WidenedBy(4);

        Assert.Equal((-4, 1 + Math.Sqrt(32)), (widened.Lower!.Value, widened.Upper!.Value));
    }

    [Fact]
    public void Widened_NoInterval_HasNone()
    {
        var estimate = new Estimate(10, null, null, null, 3);

        Assert.Equal((estimate, estimate), (estimate.Widened(0.1), estimate.WidenedBy(1)));
    }
}
