using KeyedState.Results;

namespace KeyedState.Tests.Results.Statistics;

public sealed class TrendDetectorTests
{
    [Theory]
    [InlineData(true, 120, 119, 118, 117, 100, 101, 102, 103)]
    [InlineData(true, 100, 101, 102, 103, 120, 119, 118, 117)]
    [InlineData(false, 104, 103, 102, 101, 100, 100, 99, 99)]
    [InlineData(false, 120, 100, 119, 101, 118, 102, 117, 103)]
    [InlineData(false, 100, 100, 100, 100, 100, 100, 100, 100)]
    [InlineData(false, 120, 119, 118, 100, 101, 102)]
    [InlineData(true, 120, 119, 118, 117, 1, 100, 101, 102, 103)]
    public void Trends_NeedsEvidenceAndSize(bool expected, params int[] series) =>
        Assert.Equal(expected, TrendDetector.Trends([.. series.Select(value => (double)value)]));
}
