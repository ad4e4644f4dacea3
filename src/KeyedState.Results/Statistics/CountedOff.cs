namespace KeyedState.Results;

/// <summary>An interval whose ends are order statistics, counted off by the exact distribution of a rank statistic.</summary>
/// <param name="Depth">How many of the sorted values are left out at each end.</param>
/// <param name="Coverage">How often what is left holds the true value.</param>
internal readonly record struct CountedOff(int Depth, double Coverage)
{
    /// <summary>The narrowest with at least <see cref="Estimate.LeastConfidence"/>; null where even all values do not cover so often.</summary>
    /// <param name="cumulative">The probabilities that the statistic is at most 0, 1, and so on; it is symmetric.</param>
    public static CountedOff? By(IReadOnlyList<double> cumulative)
    {
        var outside = cumulative.TakeWhile(share => 1 - (2 * share) >= Estimate.LeastConfidence).ToArray();
        return outside.Length == 0 ? null : new(outside.Length - 1, 1 - (2 * outside[^1]));
    }
}
