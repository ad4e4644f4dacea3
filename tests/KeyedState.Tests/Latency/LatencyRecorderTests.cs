using KeyedState.Harness;
using KeyedState.Results;

namespace KeyedState.Tests.Latency;

public sealed class LatencyRecorderTests
{
    private const long LongestInRange = (1L << 34) - 1;

    [Fact]
    public void BucketOf_AnyTime_IsTheOneWhoseBoundsHoldIt()
    {
        Assert.Equal(LatencyHistogram.Buckets, LatencyRecorder.Buckets);
        for (long time = 0; time <= LongestInRange; time += 1 + (time / 100))
        {
            Check(time);
        }

        Check(LongestInRange);

        static void Check(long time)
        {
            var bucket = LatencyRecorder.BucketOf(time);
            var (low, high) = (LatencyHistogram.LowestOf(bucket), LatencyHistogram.LowestOf(bucket + 1) - 1);
            Assert.InRange(time, low, high);
            Assert.True(high - low <= low / 32.0, $"{time}");
        }
    }

    // A recorder counts in the process that drives, a histogram is read where runs are stored, and neither knows the other's layout.
    [Fact]
    public void BucketOf_BothEdgesOfEveryBucket_IsThatBucket()
    {
        Assert.Equal(LatencyHistogram.Buckets, LatencyRecorder.Buckets);
        Assert.Equal((0, LongestInRange + 1), (LatencyHistogram.LowestOf(0), LatencyHistogram.LowestOf(LatencyHistogram.Buckets)));
        Assert.All(Enumerable.Range(0, LatencyHistogram.Buckets), bucket => Assert.Equal(
            (bucket, bucket),
            (LatencyRecorder.BucketOf(LatencyHistogram.LowestOf(bucket)), LatencyRecorder.BucketOf(LatencyHistogram.LowestOf(bucket + 1) - 1))));
    }

    [Fact]
    public void Merge_OfSeveral_EqualsOneThatSawAll()
    {
        var random = new Random(3);
        var all = new LatencyRecorder();
        LatencyRecorder[] several = [.. Enumerable.Range(0, 7).Select(_ => new LatencyRecorder())];
        for (var i = 0; i < 10_000; i++)
        {
            var time = (long)Math.Exp(random.NextDouble() * 25) - 2;
            all.Record(time);
            several[random.Next(6)].Record(time);
        }

        var merged = LatencyRecorder.Merge(several);

        Assert.Equal(all.Counts.ToArray(), merged.Counts.ToArray());
        Assert.Equal((all.Count, all.Total, all.Shortest, all.Longest, all.OutOfRange), (merged.Count, merged.Total, merged.Shortest, merged.Longest, merged.OutOfRange));
        Assert.True(all.OutOfRange > 0);
    }

    [Theory]
    [InlineData(-5, 0)]
    [InlineData(LongestInRange + 1, LongestInRange)]
    [InlineData(long.MaxValue, LongestInRange)]
    public void Record_OutOfRange_IsTakenForTheNearestAndCounted(long time, long taken)
    {
        var recorder = new LatencyRecorder();
        recorder.Record(time);

        Assert.Equal((1, taken, taken, 1), (recorder.Count, recorder.Shortest, recorder.Longest, recorder.OutOfRange));
    }
}
