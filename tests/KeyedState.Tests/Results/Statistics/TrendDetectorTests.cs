using KeyedState.Results;

namespace KeyedState.Tests.Results.Statistics;

public sealed class TrendDetectorTests
{
    [Theory]
    [InlineData(true, new[] { 120, 119, 118, 117, 100, 101, 102, 103 })]
    [InlineData(true, new[] { 100, 101, 102, 103, 120, 119, 118, 117 })]
    [InlineData(false, new[] { 104, 103, 102, 101, 100, 100, 99, 99 })]
    [InlineData(false, new[] { 120, 100, 119, 101, 118, 102, 117, 103 })]
    [InlineData(false, new[] { 100, 100, 100, 100, 100, 100, 100, 100 })]
    [InlineData(false, new[] { 120, 119, 118, 100, 101, 102 })]
    [InlineData(true, new[] { 120, 119, 118, 117, 1, 100, 101, 102, 103 })]
    public void Trends_NeedsEvidenceAndSize(bool expected, int[] series) =>
        Assert.Equal(expected, TrendDetector.Trends([.. series.Select(value => (double)value)]));
}
