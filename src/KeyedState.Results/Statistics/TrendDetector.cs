using Perfolizer.Mathematics.SignificanceTesting.Base;
using Perfolizer.Mathematics.SignificanceTesting.MannWhitney;
using Perfolizer.Metrology;
using Pragmastat;

namespace KeyedState.Results;

/// <summary>
/// Whether a series still moves: its first half differs from its second both by evidence, which a Mann–Whitney test
/// gives, and by size, which the Hodges–Lehmann shift gives. Either alone would do harm: the test finds steady
/// differences that matter to nobody, and noise makes shifts that mean nothing.
/// </summary>
public static class TrendDetector
{
    /// <summary>The smallest shift between the halves that counts, as a share of the series' median.</summary>
    public const double LeastShift = 0.05;

    /// <summary>The two-sided p-value that is evidence enough; four values wholly below four others reach 0.029.</summary>
    public const double LargestPValue = 0.03;

    private const int FewestPerHalf = 4;

    /// <summary>Whether the series trends. The middle value of an odd number belongs to neither half.</summary>
    /// <param name="series">Positive values in the order in which they were measured; fewer than eight show no trend.</param>
    public static bool Trends(IReadOnlyList<double> series)
    {
        var half = series.Count / 2;
        if (half < FewestPerHalf)
        {
            return false;
        }

        var first = new Sample([.. series.Take(half)]);
        var second = new Sample([.. series.TakeLast(half)]);
        double center = Toolkit.Center(new Sample([.. series]));
        double shift = Toolkit.Shift(first, second);
        return Math.Abs(shift) >= LeastShift * center && PValue(first, second) <= LargestPValue;
    }

    private static double PValue(Sample first, Sample second) =>
        MannWhitneyTest.Instance.GetPValue(first, second, AlternativeHypothesis.TwoSides, Threshold.Zero);
}
