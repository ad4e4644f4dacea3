using System.IO.Compression;

namespace KeyedState.Results;

/// <summary>A histogram as a short text: the distances between buckets that hold something, then what they hold, as numbers of variable length, compressed.</summary>
public static class HistogramText
{
    // All buckets full, with counts of the largest size.
    private const int LongestBytes = 24 * 1024;
    private const int LongestText = LongestBytes * 2;
    private const int Quality = 11;
    private const int Window = 16;

    // So that the sum over all launches that a file can hold does not overflow.
    private const long MostTimes = 1L << 40;

    /// <summary>Writes it.</summary>
    /// <param name="histogram">The histogram.</param>
    public static string Write(LatencyHistogram histogram)
    {
        ArgumentNullException.ThrowIfNull(histogram);
        int[] filled = [.. Enumerable.Range(0, LatencyHistogram.Buckets).Where(bucket => histogram.Counts[bucket] > 0)];
        long[] numbers =
        [
            histogram.Shortest, histogram.Longest, histogram.OutOfRange, filled.Length,
            .. filled.Select((bucket, index) => (long)bucket - (index == 0 ? 0 : filled[index - 1])),
            .. filled.Select(bucket => histogram.Counts[bucket]),
        ];
        using var bytes = new MemoryStream();
        using (var writer = new BinaryWriter(bytes))
        {
            foreach (var number in numbers)
            {
                writer.Write7BitEncodedInt64(number);
            }
        }

        var plain = bytes.ToArray();
        var packed = new byte[BrotliEncoder.GetMaxCompressedLength(plain.Length)];
        return BrotliEncoder.TryCompress(plain, packed, out var length, Quality, Window)
            ? Convert.ToBase64String(packed, 0, length)
            : throw new InvalidOperationException("There was less room than a compressor asks for.");
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <param name="text">The text.</param>
    /// <returns>Null for any other text, and for what no times give.</returns>
    public static LatencyHistogram? Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length > LongestText)
        {
            return null;
        }

        var packed = new byte[text.Length];
        var plain = new byte[LongestBytes];
        if (!Convert.TryFromBase64String(text, packed, out var packedLength) || !BrotliDecoder.TryDecompress(packed.AsSpan(0, packedLength), plain, out var length))
        {
            return null;
        }

        try
        {
            using var bytes = new MemoryStream(plain, 0, length);
            using var reader = new BinaryReader(bytes);
            return Read(reader) is { } histogram && bytes.Position == length ? histogram : null;
        }
        catch (Exception error) when (error is EndOfStreamException or FormatException)
        {
            return null;
        }
    }

    private static LatencyHistogram? Read(BinaryReader reader)
    {
        var (shortest, longest, outOfRange, count) = (Next(), Next(), Next(), Next());
        if (count is < 0 or > LatencyHistogram.Buckets)
        {
            return null;
        }

        var buckets = new long[count];
        for (var index = 0; index < count; index++)
        {
            var distance = Next();
            buckets[index] = distance + (index == 0 ? 0 : buckets[index - 1]);
            if (distance < (index == 0 ? 0 : 1) || buckets[index] is < 0 or >= LatencyHistogram.Buckets)
            {
                return null;
            }
        }

        var counts = new uint[LatencyHistogram.Buckets];
        foreach (var bucket in buckets)
        {
            var times = Next();
            if (times is < 1 or > uint.MaxValue)
            {
                return null;
            }

            counts[bucket] = (uint)times;
        }

        var histogram = LatencyHistogram.Of(counts, shortest, longest, outOfRange);
        return IsPossible(histogram, buckets) ? histogram : null;

        long Next() => reader.Read7BitEncodedInt64();
    }

    private static bool IsPossible(LatencyHistogram histogram, long[] buckets) => buckets.Length == 0
        ? histogram is { Shortest: 0, Longest: 0, OutOfRange: 0 }
        : histogram.Count <= MostTimes && histogram.OutOfRange >= 0 && histogram.OutOfRange <= histogram.Count
            && IsIn(histogram.Shortest, buckets[0]) && IsIn(histogram.Longest, buckets[^1]) && histogram.Shortest <= histogram.Longest;

    private static bool IsIn(long time, long bucket) =>
        time >= LatencyHistogram.LowestOf((int)bucket) && time < LatencyHistogram.LowestOf((int)bucket + 1);
}
