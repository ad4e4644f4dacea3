using KeyedState.Benchmarks.Gate;

namespace KeyedState.Tests.Regression;

public sealed class ParabolaTests
{
    [Theory]
    [InlineData(0.001, 0.00002)]
    [InlineData(0.002, 0)]
    [InlineData(-0.0005, 0.00003)]
    [InlineData(0.004, -0.00001)]
    public void Through_PointsOfAParabola_FindsItAndItsInverse(double slope, double bend)
    {
        double At(double x) => (slope * x) + (bend * x * x);

        var parabola = Parabola.Through([.. new[] { 20.0, 40, 60, 90 }.Select(x => (x, At(x)))]);

        Assert.Equal(slope, parabola.Slope, 1e-9);
        Assert.Equal(bend, parabola.Bend, 1e-9);
        Assert.Equal(70, parabola.Inverse(At(70))!.Value, 1e-6);
    }

    [Theory]
    [InlineData(0.001, -0.0001)]
    [InlineData(-0.001, 0)]
    [InlineData(-0.001, -0.001)]
    public void Inverse_HeightThatIsNotReached_IsNull(double slope, double bend) => Assert.Null(new Parabola(slope, bend).Inverse(0.05));
}
