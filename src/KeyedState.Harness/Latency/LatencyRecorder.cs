using System.Numerics;
using System.Runtime.CompilerServices;

namespace KeyedState.Harness;

/// <summary>
/// The times of one worker as a log-linear histogram: each doubling of time has 32 buckets, so that the middle of a bucket
/// is within 1/64 of every time in it. For one thread at a time.
/// </summary>
/// <remarks>
/// Four kilobytes, of which a state's times touch a few hundred bytes: those of 110 workers stay in a second-level cache.
/// The layout is that of HdrHistogram (G. Tene, https://hdrhistogram.github.io), without its bounds that throw in the loop
/// that is measured: a time beyond the range counts in the last bucket, and is counted apart.
/// </remarks>
public sealed class LatencyRecorder
{
    /// <summary>How many buckets there are.</summary>
    public const int Buckets = ((LargestBits - Bits) << Bits) + (1 << Bits);

    private const int Bits = 5;
    private const int LargestBits = 34;
    private const long LongestTime = (1L << LargestBits) - 1;

    private readonly uint[] counts = new uint[Buckets];

    /// <summary>How many times lie in each bucket.</summary>
    public ReadOnlySpan<uint> Counts => counts;

    /// <summary>How many times were recorded.</summary>
    public long Count { get; private set; }

    /// <summary>The sum of all times, in nanoseconds.</summary>
    public long Total { get; private set; }

    /// <summary>The shortest time, exactly, in nanoseconds; 0 where there is none.</summary>
    public long Shortest { get; private set; }

    /// <summary>The longest time, exactly, in nanoseconds; 0 where there is none.</summary>
    public long Longest { get; private set; }

    /// <summary>How many times were longer than the 17 s that the buckets reach to, or negative.</summary>
    public long OutOfRange { get; private set; }

    /// <summary>The bucket of a time.</summary>
    /// <param name="nanoseconds">From 0 to the longest that the buckets reach to.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int BucketOf(long nanoseconds)
    {
        // Below 64 each nanosecond has its own bucket.
        var shift = Math.Max(0, BitOperations.Log2((ulong)nanoseconds) - Bits);
        return (shift << Bits) + (int)(nanoseconds >> shift);
    }

    /// <summary>Adds a time.</summary>
    /// <param name="nanoseconds">The time. One out of range is taken for the nearest that is not.</param>
    public void Record(long nanoseconds)
    {
        if ((ulong)nanoseconds > LongestTime)
        {
            OutOfRange++;
            nanoseconds = nanoseconds < 0 ? 0 : LongestTime;
        }

        Shortest = Count == 0 ? nanoseconds : Math.Min(Shortest, nanoseconds);
        Longest = Math.Max(Longest, nanoseconds);
        Total += nanoseconds;
        Count++;
        counts[BucketOf(nanoseconds)]++;
    }

    /// <summary>A recorder that has seen everything that several have seen.</summary>
    /// <param name="recorders">Recorders that nobody records into meanwhile.</param>
    public static LatencyRecorder Merge(IEnumerable<LatencyRecorder> recorders)
    {
        ArgumentNullException.ThrowIfNull(recorders);
        var merged = new LatencyRecorder();
        foreach (var recorder in recorders.Where(recorder => recorder.Count > 0))
        {
            merged.Shortest = merged.Count == 0 ? recorder.Shortest : Math.Min(merged.Shortest, recorder.Shortest);
            merged.Longest = Math.Max(merged.Longest, recorder.Longest);
            merged.Total += recorder.Total;
            merged.Count += recorder.Count;
            merged.OutOfRange += recorder.OutOfRange;
            for (var bucket = 0; bucket < Buckets; bucket++)
            {
                merged.counts[bucket] += recorder.counts[bucket];
            }
        }

        return merged;
    }
}
