namespace KeyedState.Results;

/// <summary>A figure over launches, in the unit of what was estimated.</summary>
/// <param name="Center">The centre or median, or a total's rate where there is nothing to take one of.</param>
/// <param name="Lower">The interval's lower end; null with fewer than six launches, and for a total's rate.</param>
/// <param name="Upper">The interval's upper end; null when <paramref name="Lower"/> is.</param>
/// <param name="Confidence">The exact share of intervals made this way that hold the true one, at least <see cref="LeastConfidence"/>; null without an interval.</param>
/// <param name="Count">Over how many launches, or rounds for a paired figure.</param>
public sealed record Estimate(double Center, double? Lower, double? Upper, double? Confidence, int Count)
{
    /// <summary>The least confidence of an interval. Six launches are the fewest that reach it: 1 − 2/2⁶ = 0.969.</summary>
    public const double LeastConfidence = 0.95;

    /// <summary>The same estimate of a positive figure with a wider interval, by what the figure moves from run to run; the two add like standard deviations.</summary>
    /// <param name="share">Half the width of what is added, as a natural logarithm; 0 or more.</param>
    public Estimate Widened(double share) => this switch
    {
        { Lower: > 0 and var lower, Upper: { } upper } => this with { Lower = Center / Wider(Center / lower, share), Upper = Center * Wider(upper / Center, share) },
        _ => this,
    };

    /// <summary>The same for a figure that may have any sign, such as a difference.</summary>
    /// <param name="width">Half the width of what is added, in the estimate's unit; 0 or more.</param>
    public Estimate WidenedBy(double width) => this is { Lower: { } lower, Upper: { } upper }
        ? this with { Lower = Center - double.Hypot(Center - lower, width), Upper = Center + double.Hypot(upper - Center, width) }
        : this;

    private static double Wider(double factor, double share) => Math.Exp(double.Hypot(Math.Log(factor), share));

    /// <summary>Whether there is an interval and it holds the value.</summary>
    /// <param name="value">In the estimate's unit.</param>
    public bool Includes(double value) => Lower <= value && value <= Upper;
}
