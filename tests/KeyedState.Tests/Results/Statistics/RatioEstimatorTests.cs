using KeyedState.Results;

namespace KeyedState.Tests.Results.Statistics;

public sealed class RatioEstimatorTests
{
    [Theory]
    [InlineData(6, 6, 5, 19.0 / 924)]
    [InlineData(3, 4, 0, 1.0 / 35)]
    [InlineData(4, 3, 1, 2.0 / 35)]
    [InlineData(2, 5, 1, 2.0 / 21)]
    [InlineData(12, 12, 37, 0.0224509976)]
    [InlineData(1, 3, 3, 1)]
    public void Cumulative_OfSmallGroups_CountsArrangements(int before, int after, int pairs, double share) =>
        Assert.Equal(share, MannWhitneyDistribution.Cumulative(before, after)[pairs], 1e-8);

    [Fact]
    public void Cumulative_OfLargeGroups_EndsAtOne() =>
        Assert.Equal(1, MannWhitneyDistribution.Cumulative(60, 70)[^1], 1e-9);

    [Fact]
    public void Estimate_TwiceAsLarge_IsTwoWithin()
    {
        double[] before = [10, 11, 12, 13, 14, 15];

        var ratio = RatioEstimator.Estimate(before, [.. before.Select(value => 2 * value)])!;

        Assert.Equal(2, ratio.Center, 1e-12);
        Assert.True(ratio.Includes(2));
        Assert.Equal(1 - (2 * 19.0 / 924), ratio.Confidence!.Value, 1e-12);
    }

    [Fact]
    public void Estimate_SixAgainstSix_EndsAtTheSixthRatioFromEachEnd()
    {
        double[] before = [1, 2, 4, 8, 16, 32];
        double[] after = [3, 5, 7, 11, 13, 17];
        var ratios = before.SelectMany(first => after.Select(second => second / first)).Order().ToArray();

        var estimate = RatioEstimator.Estimate(before, after)!;

        Assert.Equal(ratios[5], estimate.Lower!.Value, 1e-12);
        Assert.Equal(ratios[^6], estimate.Upper!.Value, 1e-12);
    }

    [Fact]
    public void Estimate_TooFewToCover_HasNoInterval()
    {
        var ratio = RatioEstimator.Estimate([1, 1, 1], [2, 2, 2])!;

        Assert.Equal(2, ratio.Center, 1e-12);
        Assert.Null(ratio.Lower);
        Assert.Null(ratio.Confidence);
    }

    [Fact]
    public void Estimate_NothingOnOneSide_IsNone()
    {
        Assert.Null(RatioEstimator.Estimate([], [1]));
        Assert.Null(RatioEstimator.Estimate([1], []));
    }

    [Fact]
    public void Estimate_Swapped_IsTheInverse()
    {
        double[] before = [9.1, 10.4, 9.9, 10.8, 11.7, 9.4, 10.1];
        double[] after = [10.3, 12.2, 11.1, 10.9, 13.0, 11.6];

        var (there, back) = (RatioEstimator.Estimate(before, after)!, RatioEstimator.Estimate(after, before)!);

        Assert.Equal(1 / there.Center, back.Center, 1e-9);
        Assert.Equal(1 / there.Lower!.Value, back.Upper!.Value, 1e-9);
    }

    [Theory]
    [InlineData(6, 6)]
    [InlineData(12, 12)]
    [InlineData(5, 9)]
    public void Estimate_SkewedLaunches_CoversAsOftenAsItSays(int before, int after)
    {
        const int runs = 4000;
        var random = new Random(7);
        double Skewed() => 10 * (1 + (0.03 * -Math.Log(1 - random.NextDouble())));

        var held = Enumerable.Range(0, runs).Select(_ => RatioEstimator.Estimate(
            [.. Enumerable.Range(0, before).Select(_ => Skewed())], [.. Enumerable.Range(0, after).Select(_ => 1.1 * Skewed())])!).ToArray();

        // Four standard errors of a share of 4000.
        var covered = held.Count(ratio => ratio.Includes(1.1)) / (double)runs;
        Assert.Equal(held[0].Confidence!.Value, covered, 4 * Math.Sqrt(0.05 * 0.95 / runs));
        Assert.InRange(held[0].Confidence!.Value, 0.95, 1);
    }
}
