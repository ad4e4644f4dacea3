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

    /// <summary>Whether there is an interval and it holds the value.</summary>
    /// <param name="value">In the estimate's unit.</param>
    public bool Includes(double value) => Lower <= value && value <= Upper;
}
