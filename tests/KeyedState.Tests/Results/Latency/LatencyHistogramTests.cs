using KeyedState.Results;

namespace KeyedState.Tests.Results.Latency;

public sealed class LatencyHistogramTests
{
    [Theory]
    [InlineData(1_000, 0.5, 500.0)]
    [InlineData(1_000, 0.99, 990.0)]
    [InlineData(999, 0.99, null)]
    [InlineData(20, 0.5, 10.0)]
    [InlineData(19, 0.5, null)]
    [InlineData(0, 0.5, null)]
    public void Percentile_OneTimeOfEachLength_IsThereWithTenBeyond(int count, double share, double? time)
    {
        var percentile = LatencySamples.Histogram(Enumerable.Range(1, count).Select(one => (long)one)).Percentile(share);

        Assert.Equal(time is null, percentile is null);
        Assert.Equal(time ?? 0, percentile ?? 0, (time ?? 0) / 64);
    }

    [Fact]
    public void Merge_TwoOfDifferentTimes_HasPercentilesOfAllTimes()
    {
        var (quick, slow) = (LatencySamples.Histogram(Enumerable.Repeat(50L, 9_000)), LatencySamples.Histogram(Enumerable.Repeat(60_000_000L, 1_000)));
        var merged = LatencyHistogram.Merge([quick, slow, LatencySamples.Histogram([])]);

        // The mean of the two 99th percentiles would be half of it.
        Assert.Equal(60_000_000, merged.Percentile(0.99));
        Assert.Equal(50, merged.Percentile(0.9));
        Assert.Equal((10_000, 50, 60_000_000), (merged.Count, merged.Shortest, merged.Longest));
    }

    [Fact]
    public void ToText_AnyTimes_IsReadAsTheSame()
    {
        var random = new Random(1);
        for (var times = 0; times < 3_000; times += 1 + (times / 2))
        {
            var histogram = LatencySamples.Histogram(Enumerable.Range(0, times).Select(_ => (long)Math.Exp(random.NextDouble() * 25)));
            var read = HistogramText.Read(histogram.ToText())!;

            Assert.Equal(histogram.Counts, read.Counts);
            Assert.Equal((histogram.Shortest, histogram.Longest, histogram.OutOfRange), (read.Shortest, read.Longest, read.OutOfRange));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("AAAA")]
    [InlineData("no base64!")]
    public void Read_AnyOtherText_IsRefused(string text) => Assert.Null(HistogramText.Read(text));

    [Fact]
    public void Read_TextOfEndlessZeros_IsRefused()
    {
        var packed = new byte[10_000];
        Assert.True(System.IO.Compression.BrotliEncoder.TryCompress(new byte[10_000_000], packed, out var length));

        Assert.Null(HistogramText.Read(Convert.ToBase64String(packed, 0, length)));
    }

    [Theory]
    [InlineData(1_000, 990, 1_000, 5, true)]
    [InlineData(1_000, 990, 999, 5, false)]
    [InlineData(1_000, 989, 1_000, 0, false)]
    [InlineData(1_000, 1_000, 1_000, 6, false)]
    [InlineData(1_000, 1_000, 1_000, -50, true)]
    [InlineData(1_000, 1_000, 1_000, -51, false)]
    [InlineData(0, 0, 0, 0, false)]
    public void IsReached_ServedAnsweredAndBacklog_NeedsAll(long scheduled, long served, long answered, double growth, bool reached) =>
        Assert.Equal(reached, LatencyJudgement.IsReached(scheduled, served, answered, growth));

    [Theory]
    [InlineData(100, new[] { 10.0 }, true)]
    [InlineData(99, new[] { 10.0 }, false)]
    [InlineData(99, new[] { 10.0, 9 }, true)]
    [InlineData(99, new double[0], false)]
    [InlineData(500, new[] { 400.0 }, true)]
    [InlineData(499, new[] { 400.0 }, false)]
    public void Waits_Gaps_NeedsTenTimesThatOfAnotherOrHalfOfTheTime(double gap, double[] others, bool waits) =>
        Assert.Equal(waits, Starvation.Waits(gap, others, measured: 1_000));

    [Fact]
    public void Percentile_AllOutsideTheLaunchesOwn_WidensTheInterval()
    {
        // Half of all times are those of one launch, which has a hundred times as many as each of the others.
        var launches = Enumerable.Range(0, 8).Select(_ => LatencySamples.Histogram(Enumerable.Repeat(100L, 100))).Append(LatencySamples.Histogram(Enumerable.Repeat(5_000L, 10_000)));
        var time = new LatencyTimes([.. launches]).Percentile(0.5)!;

        Assert.Equal((100, 5_000, 5_000), (time.Lower, time.Center, time.Upper));
    }

    [Theory]
    [InlineData(10_000, 10, 110_000, 110, false)]
    [InlineData(1_001, 10, 110_000, 110, false)]
    [InlineData(999, 10, 110_000, 110, true)]
    [InlineData(0, 10, 5, 110, true)]
    [InlineData(0, 10, 0, 110, false)]
    public void GetsLittle_Counts_IsBelowATenthOfAnEvenShare(long operations, int workers, long all, int allWorkers, bool starves) =>
        Assert.Equal(starves, Starvation.GetsLittle(operations, workers, all, allWorkers));
}
