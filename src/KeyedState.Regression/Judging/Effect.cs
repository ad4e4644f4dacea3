using Perfolizer.Mathematics.Distributions.ContinuousDistributions;
using Pragmastat;

namespace KeyedState.Regression;

/// <summary>
/// How head's time compares with base's over pairs of launches: the 20 % trimmed mean of the log ratios with its
/// Winsorised standard error and Student's distribution on what trimming leaves. A pair that a stray event hit is left
/// out instead of widening everything. Source: J. W. Tukey and D. H. McLaughlin, Sankhyā A 25 (1963), 331–352; K. K.
/// Yuen, Biometrika 61 (1974), 165–170, doi:10.1093/biomet/61.1.165.
/// </summary>
/// <param name="LogRatio">The natural logarithm of head's time over base's; above 0 where head is slower.</param>
/// <param name="StandardError">Its standard error.</param>
/// <param name="Launches">How many pairs it is over.</param>
public sealed record Effect(double LogRatio, double StandardError, int Launches)
{
    /// <summary>The fewest pairs that say anything about their own spread.</summary>
    public const int FewestLaunches = 5;

    private const double Trimmed = 0.2;

    /// <summary>Head's time over base's.</summary>
    public double Ratio => Math.Exp(LogRatio);

    private int CutAtEachEnd => (int)(Trimmed * Launches);

    private StudentDistribution Student => new(Launches - (2 * CutAtEachEnd) - 1);

    /// <summary>Estimates from one log ratio a pair.</summary>
    /// <param name="logRatios">Finite values, <see cref="FewestLaunches"/> or more, in any order.</param>
    /// <exception cref="ArgumentException">There are fewer, or one is not finite.</exception>
    public static Effect Of(IReadOnlyList<double> logRatios)
    {
        ArgumentNullException.ThrowIfNull(logRatios);
        if (logRatios.Count < FewestLaunches || !logRatios.All(double.IsFinite))
        {
            throw new ArgumentException($"An effect needs at least {FewestLaunches} finite values.", nameof(logRatios));
        }

        var sorted = logRatios.Order().ToArray();
        var cut = (int)(Trimmed * sorted.Length);
        var kept = sorted[cut..^cut];
        var winsorised = sorted.Select(value => Math.Clamp(value, kept[0], kept[^1])).ToArray();
        var mean = winsorised.Average();
        var variance = winsorised.Sum(value => (value - mean) * (value - mean)) / (sorted.Length - 1);
        return new Effect(kept.Average(), Math.Sqrt(variance / sorted.Length) / (1 - (2 * Trimmed)), sorted.Length);
    }

    /// <summary>The interval that holds the true log ratio with a given confidence.</summary>
    /// <param name="confidence">Between 0 and 1.</param>
    public (double Lower, double Upper) Interval(double confidence)
    {
        var half = Quantile((1 + confidence) / 2) * StandardError;
        return (LogRatio - half, LogRatio + half);
    }

    /// <summary>How probable an estimate this high is, at most, if the true log ratio is no more than <paramref name="limit"/>.</summary>
    /// <param name="limit">A log ratio.</param>
    public double PValueAbove(double limit) => StandardError > 0
        ? 1 - Student.Cdf((LogRatio - limit) / StandardError)
        : LogRatio > limit ? 0 : 1;

    /// <summary>Student's quantile for this many launches.</summary>
    /// <param name="probability">Between 0 and 1.</param>
    public double Quantile(double probability) => Student.Quantile(Probability.Of(probability));

    /// <summary>The same comparison seen from the other side: base over head.</summary>
    public Effect Reversed() => this with { LogRatio = -LogRatio };
}
