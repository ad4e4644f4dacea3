using Perfolizer.Mathematics.Distributions.DiscreteDistributions;

namespace KeyedState.Results;

/// <summary>
/// The median with the exact interval of order statistics, which assumes nothing about how launches are distributed
/// but that they are independent: k of n launches fall below the true median as k of n coins show heads. Source:
/// H. A. David and H. N. Nagaraja, Order Statistics, 3rd edition, Wiley 2003, section 7.1, doi:10.1002/0471722162.
/// </summary>
public static class MedianEstimator
{
    /// <summary>The median, and the narrowest pair of symmetric order statistics with at least <see cref="Results.Estimate.LeastConfidence"/>.</summary>
    /// <param name="values">One value for each launch or round, in any order.</param>
    /// <returns>The estimate, without interval below six values; null without values.</returns>
    public static Estimate? Estimate(IReadOnlyList<double> values)
    {
        if (values.Count == 0)
        {
            return null;
        }

        var sorted = values.Order().ToArray();
        var center = Median.Of(sorted);
        return Depth(sorted.Length) is not { } depth
            ? new Estimate(center, null, null, null, sorted.Length)
            : new Estimate(center, sorted[depth], sorted[^(depth + 1)], Coverage(sorted.Length, depth), sorted.Length);
    }

    /// <summary>The confidence of the interval over so many launches; null where there is no interval.</summary>
    /// <param name="count">How many launches.</param>
    public static double? ConfidenceOf(int count) => Depth(count) is { } depth ? Coverage(count, depth) : null;

    /// <summary>How many values are left out at each end.</summary>
    private static int? Depth(int count)
    {
        int? depth = null;
        for (var next = 0; next < count / 2 && Coverage(count, next) >= Results.Estimate.LeastConfidence; next++)
        {
            depth = next;
        }

        return depth;
    }

    private static double Coverage(int count, int depth) => 1 - (2 * new BinomialDistribution(count, 0.5).Cdf(depth));
}
