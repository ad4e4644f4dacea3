using System.Collections.Concurrent;
using Pragmastat;

namespace KeyedState.Results;

/// <summary>
/// The centre of launches: the median of the averages of all pairs (Hodges and Lehmann), with the exact interval that
/// Wilcoxon's signed ranks give. It is nearly as precise as the mean and withstands a quarter of outlying launches; a median
/// would need half as many launches again for the same interval. It assumes that launches are independent and scatter
/// evenly around the centre; where they have two modes, the centre lies between them and the interval reaches to both.
/// Source: M. Hollander, D. A. Wolfe and E. Chicken, Nonparametric Statistical Methods, 3rd edition, Wiley 2014,
/// sections 3.2 and 3.3, doi:10.1002/9781119196037.
/// </summary>
public static class CenterEstimator
{
    private static readonly ConcurrentDictionary<int, CountedOff?> Known = new();

    /// <summary>The centre, and the narrowest interval of signed ranks with at least <see cref="Results.Estimate.LeastConfidence"/>.</summary>
    /// <param name="values">One value for each launch or round, in any order.</param>
    /// <returns>The estimate, without interval below six values; null without values.</returns>
    public static Estimate? Estimate(IReadOnlyList<double> values)
    {
        if (values.Count == 0)
        {
            return null;
        }

        double center = Pragmastat.Estimators.CenterEstimator.Instance.Estimate(new Sample(values));
        if (IntervalOver(values.Count) is not { } counted)
        {
            return new Estimate(center, null, null, null, values.Count);
        }

        double[] averages = [.. from first in Enumerable.Range(0, values.Count) from second in values.Skip(first) select (values[first] + second) / 2];
        Array.Sort(averages);
        return new Estimate(center, averages[counted.Depth], averages[^(counted.Depth + 1)], counted.Coverage, values.Count);
    }

    /// <summary>The confidence of the interval over so many launches; null where there is no interval.</summary>
    /// <param name="count">How many launches; 0 or more.</param>
    public static double? ConfidenceOf(int count) => IntervalOver(count)?.Coverage;

    private static CountedOff? IntervalOver(int count) =>
        Known.GetOrAdd(count, static count => CountedOff.By(SignedRankDistribution.Cumulative(count)));
}
