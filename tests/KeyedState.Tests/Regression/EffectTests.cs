using KeyedState.Regression;

namespace KeyedState.Tests.Regression;

public sealed class EffectTests
{
    /// <summary>
    /// Ten values with one stray: trimmed by two at each end are 3 to 8, Winsorised they are 3, 3, 3 to 8, 8, 8; worked
    /// out by hand after Yuen 1974.
    /// </summary>
    [Fact]
    public void Of_ValuesWithAStray_IsTheTrimmedMeanAndItsWinsorisedError()
    {
        var effect = Effect.Of([5, 1, 2, 3, 4, 1000, 6, 7, 8, 9]);

        Assert.Equal(5.5, effect.LogRatio, 12);
        Assert.Equal(Math.Sqrt(42.5 / 9) / (0.6 * Math.Sqrt(10)), effect.StandardError, 12);
        Assert.Equal(10, effect.Launches);
    }

    [Fact]
    public void Interval_FiveDegreesOfFreedom_IsStudents()
    {
        var (lower, upper) = Effect.Of([5, 1, 2, 3, 4, 1000, 6, 7, 8, 9]).Interval(0.95);

        // Student's quantile for 5 degrees of freedom and 97.5 % is 2.5706.
        var half = 2.5706 * Math.Sqrt(42.5 / 9) / (0.6 * Math.Sqrt(10));
        Assert.Equal(5.5 - half, lower, 3);
        Assert.Equal(5.5 + half, upper, 3);
    }

    [Theory]
    [InlineData(4)]
    [InlineData(0)]
    public void Of_TooFewValues_IsRefused(int count) =>
        Assert.Throws<ArgumentException>(() => Effect.Of([.. Enumerable.Repeat(1.0, count)]));

    [Fact]
    public void Of_ValueThatIsNoNumber_IsRefused() =>
        Assert.Throws<ArgumentException>(() => Effect.Of([1, 2, 3, 4, double.NaN]));

    [Theory]
    [InlineData(0.5, 0)]
    [InlineData(1.5, 1)]
    public void PValueAbove_WithoutSpread_IsCertain(double limit, double expected) =>
        Assert.Equal(expected, Effect.Of([1, 1, 1, 1, 1]).PValueAbove(limit));

    [Fact]
    public void PValueAbove_AtTheEstimate_IsOneHalf()
    {
        var effect = Effect.Of([1, 2, 3, 4, 5]);

        Assert.Equal(0.5, effect.PValueAbove(3), 9);
        Assert.Equal(0.5, effect.Reversed().PValueAbove(-3), 9);
    }

    /// <summary>Heavy tails as launches have them: nine of ten steady, one far off. The interval keeps its word.</summary>
    [Fact]
    public void Interval_OfHeavyTails_CoversTheTruth()
    {
        const int Samples = 2000;
        var random = new Random(20_251_108);
        var covered = Enumerable.Range(0, Samples).Count(_ =>
        {
            var (lower, upper) = Effect.Of([.. Enumerable.Range(0, 20).Select(_ => Launches.Noise(random))]).Interval(0.95);
            return lower <= 0 && upper >= 0;
        });

        Assert.InRange(covered / (double)Samples, 0.93, 0.99);
    }
}
