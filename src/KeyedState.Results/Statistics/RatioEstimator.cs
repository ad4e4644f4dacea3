using System.Collections.Concurrent;

namespace KeyedState.Results;

/// <summary>
/// How many times as large one group of independent values is as another: the Hodges–Lehmann estimate of the shift of
/// logarithms, and Moses's exact interval, whose ends are order statistics of all pairs' ratios counted off by the
/// Mann–Whitney distribution. It assumes that the groups differ by a factor, and nothing about their shape. Source:
/// M. Hollander, D. A. Wolfe and E. Chicken, Nonparametric Statistical Methods, 3rd edition, Wiley 2014, sections 4.2
/// and 4.3, doi:10.1002/9781119196037.
/// </summary>
public static class RatioEstimator
{
    private static readonly ConcurrentDictionary<(int Before, int After), CountedOff?> Known = new();

    /// <summary>The ratio, after by before, and the narrowest interval with at least <see cref="Results.Estimate.LeastConfidence"/>.</summary>
    /// <param name="before">Positive values; unpaired with the others.</param>
    /// <param name="after">Positive values.</param>
    /// <returns>
    /// A factor, whose count is the smaller group's; without interval where even all pairs do not cover, such as four
    /// values against two; null when a group is empty.
    /// </returns>
    public static Estimate? Estimate(IReadOnlyCollection<double> before, IReadOnlyCollection<double> after)
    {
        if (before.Count == 0 || after.Count == 0)
        {
            return null;
        }

        var logarithms = (from first in before from second in after select Math.Log(second / first)).Order().ToArray();
        var center = Math.Exp((logarithms[(logarithms.Length - 1) / 2] + logarithms[logarithms.Length / 2]) / 2);
        var count = Math.Min(before.Count, after.Count);
        return IntervalOver(before.Count, after.Count) is not { } counted
            ? new Estimate(center, null, null, null, count)
            : new Estimate(center, Math.Exp(logarithms[counted.Depth]), Math.Exp(logarithms[^(counted.Depth + 1)]), counted.Coverage, count);
    }

    private static CountedOff? IntervalOver(int before, int after) => Known.GetOrAdd(
        (before, after), static sizes => CountedOff.By(MannWhitneyDistribution.Cumulative(sizes.Before, sizes.After)));
}
