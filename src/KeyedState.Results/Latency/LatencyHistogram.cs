namespace KeyedState.Results;

/// <summary>
/// How many times lie in each of many buckets, whose widths grow with the times: each doubling has 32, so that the middle of a
/// bucket is within 1/64 of every time in it. Histograms of several launches are merged; their percentiles never are.
/// </summary>
public sealed class LatencyHistogram
{
    /// <summary>How many buckets there are.</summary>
    public const int Buckets = ((LargestBits - Bits) << Bits) + (1 << Bits);

    /// <summary>A percentile is one only with so many times beyond it.</summary>
    public const int LeastBeyond = 10;

    private const int Bits = 5;
    private const int LargestBits = 34;

    private readonly long[] counts;

    private LatencyHistogram(long[] counts, long shortest, long longest, long outOfRange) =>
        (this.counts, Shortest, Longest, OutOfRange, Count) = (counts, shortest, longest, outOfRange, counts.Sum());

    /// <summary>How many times lie in each bucket.</summary>
    public IReadOnlyList<long> Counts => counts;

    /// <summary>How many times there are.</summary>
    public long Count { get; }

    /// <summary>The shortest, exactly, in nanoseconds; 0 where there is none.</summary>
    public long Shortest { get; }

    /// <summary>The longest, exactly, in nanoseconds; 0 where there is none.</summary>
    public long Longest { get; }

    /// <summary>How many were longer than the buckets reach to, and lie in the last.</summary>
    public long OutOfRange { get; }

    /// <summary>The shortest time of a bucket, in nanoseconds.</summary>
    /// <param name="bucket">From 0 to <see cref="Buckets"/>, where the last bucket ends.</param>
    public static long LowestOf(int bucket)
    {
        var shift = Math.Max(0, (bucket >> Bits) - 1);
        return ((long)bucket - ((long)shift << Bits)) << shift;
    }

    /// <summary>A histogram of times that a recorder counted.</summary>
    /// <param name="counts">How many lie in each bucket.</param>
    /// <param name="shortest">The shortest.</param>
    /// <param name="longest">The longest.</param>
    /// <param name="outOfRange">How many were out of range.</param>
    public static LatencyHistogram Of(ReadOnlySpan<uint> counts, long shortest, long longest, long outOfRange)
    {
        var copy = new long[Buckets];
        for (var bucket = 0; bucket < counts.Length; bucket++)
        {
            copy[bucket] = counts[bucket];
        }

        return new(copy, shortest, longest, outOfRange);
    }

    /// <summary>A histogram of all times of several.</summary>
    /// <param name="histograms">The histograms.</param>
    public static LatencyHistogram Merge(IEnumerable<LatencyHistogram> histograms)
    {
        LatencyHistogram[] filled = [.. histograms.Where(histogram => histogram.Count > 0)];
        var merged = new long[Buckets];
        foreach (var histogram in filled)
        {
            for (var bucket = 0; bucket < Buckets; bucket++)
            {
                merged[bucket] += histogram.counts[bucket];
            }
        }

        return filled.Length == 0
            ? new(merged, 0, 0, 0)
            : new(merged, filled.Min(one => one.Shortest), filled.Max(one => one.Longest), filled.Sum(one => one.OutOfRange));
    }

    /// <summary>A short text from which it can be read again.</summary>
    public string ToText() => HistogramText.Write(this);

    /// <summary>The time that a share of all times does not exceed: the middle of its bucket, in nanoseconds.</summary>
    /// <param name="share">From 0 to 1.</param>
    /// <returns>Null with fewer than ten times beyond it.</returns>
    public double? Percentile(double share)
    {
        // Not 0.99 × 1000 = 990.0000000000001, which is a time more.
        var rank = Math.Max(1, (long)Math.Ceiling((share * Count) - 1e-6));
        if (Count - rank < LeastBeyond)
        {
            return null;
        }

        var (bucket, below) = (0, counts[0]);
        while (below < rank)
        {
            below += counts[++bucket];
        }

        return Math.Clamp((LowestOf(bucket) + LowestOf(bucket + 1) - 1) / 2.0, Shortest, Longest);
    }
}
