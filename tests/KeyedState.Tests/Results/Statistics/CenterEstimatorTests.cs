using KeyedState.Results;

namespace KeyedState.Tests.Results.Statistics;

public sealed class CenterEstimatorTests
{
    // Counted by hand: of the 2^n choices of signs, how many have a sum of positive ranks of at most the depth.
    public static TheoryData<int, int, double> Intervals => new()
    {
        { 6, 0, 1 - (2 * 1 / 64.0) },
        { 7, 2, 1 - (2 * 3 / 128.0) },
        { 8, 3, 1 - (2 * 5 / 256.0) },
        { 9, 5, 1 - (2 * 10 / 512.0) },
        { 10, 8, 1 - (2 * 25 / 1024.0) },
    };

    [Theory]
    [MemberData(nameof(Intervals))]
    public void Estimate_SixOrMore_LeavesOutAveragesByTheSignedRanks(int count, int depth, double confidence)
    {
        // Powers of two have no two pairs of one average.
        double[] values = [.. Enumerable.Range(0, count).Select(power => Math.Pow(2, power))];
        double[] averages = [.. values.SelectMany((first, index) => values.Skip(index).Select(second => (first + second) / 2)).Order()];

        var estimate = CenterEstimator.Estimate([.. values.Reverse()])!;

        Assert.Equal((averages[(averages.Length - 1) / 2] + averages[averages.Length / 2]) / 2, estimate.Center, 1e-9);
        Assert.Equal(averages[depth], estimate.Lower);
        Assert.Equal(averages[^(depth + 1)], estimate.Upper);
        Assert.Equal(confidence, estimate.Confidence!.Value, 1e-9);
        Assert.Equal(confidence, CenterEstimator.ConfidenceOf(count)!.Value, 1e-9);
        Assert.Equal(count, estimate.Count);
    }

    [Fact]
    public void Estimate_LaunchesOfOneDistribution_HoldsItsCentreAsOftenAsItSays()
    {
        const int Trials = 4000;
        var random = new Random(7);
        var held = Enumerable.Range(0, Trials).Count(_ => CenterEstimator.Estimate([.. Enumerable.Range(0, 15).Select(_ => Laplace(random))])!.Includes(0));

        // Four standard errors of a share of 0.95 over so many trials.
        Assert.InRange(held / (double)Trials, 0.936, 0.970);
    }

    [Fact]
    public void Estimate_AQuarterOfOutliers_StaysWithTheRest()
    {
        var estimate = CenterEstimator.Estimate([100, 101, 99, 100.5, 99.5, 100, 102, 98, 100, 900, 1000, 800])!;

        Assert.InRange(estimate.Center, 98, 103);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    public void Estimate_FewerThanSix_HasNoInterval(int count)
    {
        var estimate = CenterEstimator.Estimate([.. Enumerable.Repeat(3.0, count)])!;

        Assert.Equal(new Estimate(3, null, null, null, count), estimate);
        Assert.False(estimate.Includes(3));
        Assert.Null(CenterEstimator.ConfidenceOf(count));
    }

    [Fact]
    public void Estimate_NoValues_IsNull() => Assert.Null(CenterEstimator.Estimate([]));

    private static double Laplace(Random random) => Math.Log((random.NextDouble() + double.Epsilon) / (random.NextDouble() + double.Epsilon));
}
