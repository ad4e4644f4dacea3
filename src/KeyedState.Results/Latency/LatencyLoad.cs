namespace KeyedState.Results;

/// <summary>A load of an open loop: a rate that all states have, or a share of a state's own capacity.</summary>
/// <param name="Rate">Arrivals per second; null for a share.</param>
/// <param name="Share">From 0 to 1 and more; null for a rate.</param>
public readonly record struct LatencyLoad(double? Rate, double? Share)
{
    /// <summary>A rate that all states have.</summary>
    /// <param name="rate">Arrivals per second.</param>
    public static LatencyLoad OfRate(double rate) => new(rate, null);

    /// <summary>A share of a state's own capacity.</summary>
    /// <param name="share">The share.</param>
    public static LatencyLoad OfShare(double share) => new(null, share);

    /// <summary>The load of a loop.</summary>
    /// <param name="loop">The loop.</param>
    public static LatencyLoad Of(StoredOpenLoop loop)
    {
        ArgumentNullException.ThrowIfNull(loop);
        return loop.Share is { } share ? OfShare(share) : OfRate(loop.Rate);
    }
}
