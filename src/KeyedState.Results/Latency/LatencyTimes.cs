namespace KeyedState.Results;

/// <summary>The times of a state under a load over all launches.</summary>
/// <param name="launches">Each launch's.</param>
public sealed class LatencyTimes(IReadOnlyList<LatencyHistogram> launches)
{
    /// <summary>Those of all launches together.</summary>
    public LatencyHistogram All { get; } = LatencyHistogram.Merge(launches);

    /// <summary>
    /// The percentile of all times together, with the interval of the launches' own: that of their median, widened
    /// where the percentile of all lies outside. Both are there only with ten times beyond the percentile.
    /// </summary>
    /// <param name="share">From 0 to 1.</param>
    /// <returns>In nanoseconds; null where there is none.</returns>
    public Estimate? Percentile(double share)
    {
        if (All.Percentile(share) is not { } center)
        {
            return null;
        }

        double?[] each = [.. launches.Select(launch => launch.Percentile(share))];
        var interval = each.Contains(null) ? null : MedianEstimator.Estimate([.. each.OfType<double>()]);
        return interval is { Lower: { } lower, Upper: { } upper }
            ? new(center, Math.Min(lower, center), Math.Max(upper, center), interval.Confidence, launches.Count)
            : new(center, null, null, null, launches.Count);
    }
}
