using KeyedState.Results;

namespace KeyedState.Tests.Results.Statistics;

public sealed class MedianEstimatorTests
{
    // From the binomial distribution by hand: coverage = 1 - 2 * sum(C(n, i), i <= depth) / 2^n.
    public static TheoryData<int, int, double> Intervals => new()
    {
        { 6, 0, 1 - (2 / 64.0) },
        { 7, 0, 1 - (2 / 128.0) },
        { 8, 0, 1 - (2 / 256.0) },
        { 9, 1, 1 - (2 * 10 / 512.0) },
        { 10, 1, 1 - (2 * 11 / 1024.0) },
        { 12, 2, 1 - (2 * 79 / 4096.0) },
        { 20, 5, 1 - (2 * 21_700 / 1_048_576.0) },
    };

    [Theory]
    [MemberData(nameof(Intervals))]
    public void Estimate_SixOrMore_TakesTheNarrowestPairThatCovers(int count, int depth, double confidence)
    {
        var estimate = MedianEstimator.Estimate([.. Enumerable.Range(1, count).Reverse().Select(value => (double)value)])!;

        Assert.Equal((count + 1) / 2.0, estimate.Center);
        Assert.Equal(depth + 1, estimate.Lower);
        Assert.Equal(count - depth, estimate.Upper);
        Assert.Equal(confidence, estimate.Confidence!.Value, 1e-6);
        Assert.Equal(count, estimate.Count);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    public void Estimate_FewerThanSix_HasNoInterval(int count)
    {
        var estimate = MedianEstimator.Estimate([.. Enumerable.Repeat(3.0, count)])!;

        Assert.Equal(new Estimate(3, null, null, null, count), estimate);
        Assert.False(estimate.Includes(3));
        Assert.Null(MedianEstimator.ConfidenceOf(count));
    }

    [Fact]
    public void Estimate_NoValues_IsNull() => Assert.Null(MedianEstimator.Estimate([]));
}
