using KeyedState.Reports;
using KeyedState.Results;

namespace KeyedState.Tests.Reports;

public sealed class FigureTextTests
{
    [Theory]
    [InlineData(0, "0")]
    [InlineData(126.4, "126")]
    [InlineData(18.44, "18.4")]
    [InlineData(9.999, "10.0")]
    [InlineData(99.96, "100")]
    [InlineData(0.05125, "0.0513")]
    [InlineData(-1.5, "-1.50")]
    [InlineData(1239.6, "1240")]
    [InlineData(1235, "1240")]
    [InlineData(9996, "10000")]
    [InlineData(-1234567, "-1230000")]
    [InlineData(1e-12, "1.00e-12")]
    [InlineData(12345678, "1.23e7")]
    public void Significant_AnyNumber_HasThreeDigits(double value, string expected) =>
        Assert.Equal(expected, FigureText.Significant(value));

    [Theory]
    [InlineData(-0.001, "0.00")]
    [InlineData(248.354, "248.35")]
    public void Fixed_AnyNumber_IsNeverANegativeZero(double value, string expected) =>
        Assert.Equal(expected, FigureText.Fixed(value, 2));

    [Fact]
    public void WithInterval_NoInterval_ShowsTheCentreAlone() =>
        Assert.Equal("5.00", FigureText.WithInterval(Figure.Of(new Estimate(5e6, null, null, null, 3), ""), 1e6));

    [Fact]
    public void WithInterval_Absent_IsADash() => Assert.Equal("–", FigureText.WithInterval(Figure.Absent("because")));

    [Fact]
    public void Range_AnyNumberOfValues_IsFromTheLowestToTheHighest()
    {
        Assert.Equal("–", FigureText.Range([]));
        Assert.Equal("18.0", FigureText.Range([18.01, 17.99]));
        Assert.Equal("18.0–50.4", FigureText.Range([50.4, 18, 20]));
    }
}
