using System.Globalization;
using System.Text;
using KeyedState.Results;

namespace KeyedState.Reports;

/// <summary>
/// Times as the text that HdrHistogram writes and its plotters read (https://hdrhistogram.github.io/HdrHistogram/plotFiles.html):
/// a line for each of five percentiles on every halving of what is left. In microseconds.
/// </summary>
public static class PercentileText
{
    private const int TicksPerHalving = 5;
    private const double Microsecond = 1e3;

    /// <summary>Renders it.</summary>
    /// <param name="histogram">The times.</param>
    public static string Render(LatencyHistogram histogram)
    {
        ArgumentNullException.ThrowIfNull(histogram);
        var text = new StringBuilder("       Value     Percentile TotalCount 1/(1-Percentile)\n\n");
        var (share, ticks) = (0.0, 0.0);
        long below = 0;
        for (var bucket = 0; bucket < LatencyHistogram.Buckets && histogram.Count > 0; bucket++)
        {
            below += histogram.Counts[bucket];
            while (histogram.Counts[bucket] > 0 && below < histogram.Count && share * histogram.Count <= below)
            {
                Line(bucket, share);
                ticks = TicksPerHalving * Math.Pow(2, Math.Floor(Math.Log2(1 / (1 - share))) + 1);
                share += 1 / ticks;
            }

            if (below == histogram.Count)
            {
                Line(bucket, 1);
                break;
            }
        }

        var middles = Enumerable.Range(0, LatencyHistogram.Buckets).Where(bucket => histogram.Counts[bucket] > 0).Select(bucket => (Time: Middle(bucket), Count: histogram.Counts[bucket])).ToArray();
        var mean = middles.Sum(one => one.Time * one.Count) / Math.Max(1, histogram.Count);
        var deviation = Math.Sqrt(middles.Sum(one => (one.Time - mean) * (one.Time - mean) * one.Count) / Math.Max(1, histogram.Count));
        return text.Append(CultureInfo.InvariantCulture, $"#[Mean    = {mean,12:F3}, StdDeviation   = {deviation,12:F3}]\n")
            .Append(CultureInfo.InvariantCulture, $"#[Max     = {histogram.Longest / Microsecond,12:F3}, Total count    = {histogram.Count,12}]\n")
            .Append("#[Buckets =           30, SubBuckets     =           32]\n").ToString();

        void Line(int bucket, double upTo)
        {
            text.Append(CultureInfo.InvariantCulture, $"{Middle(bucket),12:F3} {upTo,14:F12} {below,10}");
            text.Append(upTo < 1 ? string.Create(CultureInfo.InvariantCulture, $" {1 / (1 - upTo),14:F2}\n") : "\n");
        }

        double Middle(int bucket) =>
            Math.Clamp((LatencyHistogram.LowestOf(bucket) + LatencyHistogram.LowestOf(bucket + 1) - 1) / 2.0, histogram.Shortest, histogram.Longest) / Microsecond;
    }
}
