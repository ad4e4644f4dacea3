using System.Globalization;

namespace KeyedState.Benchmarks.Launches;

/// <summary>How long a launch runs before it is measured.</summary>
/// <param name="Least">At least this long.</param>
/// <param name="Quiet">Then until the compiler has been at rest for this long.</param>
/// <param name="Limit">But no longer than this; zero leaves the warm-up out.</param>
internal sealed record WarmupPlan(TimeSpan Least, TimeSpan Quiet, TimeSpan Limit)
{
    /// <summary>
    /// For the runtime's defaults. While the pool is busy the first optimised code can be half a second in
    /// coming, a rest that looks like the end, and the last was there after 1.8 s in every launch looked at.
    /// </summary>
    public static WarmupPlan Usual { get; } = FromMilliseconds(1500, 400, 4000);

    /// <summary>
    /// For code that is optimised when it is first compiled. Its caches may settle later than the compiler: with inputs
    /// that no cache held it took the fastest states some 40 ms, with those of now an invocation or two.
    /// </summary>
    public static WarmupPlan Untiered { get; } = FromMilliseconds(0, 30, 3000);

    /// <summary>For finding out whether a launch works at all.</summary>
    public static WarmupPlan Brief { get; } = FromMilliseconds(0, 50, 300);

    /// <summary>None.</summary>
    public static WarmupPlan None { get; } = FromMilliseconds(0, 0, 0);

    /// <summary>Reads what <see cref="ToString"/> wrote; null if it is anything else.</summary>
    public static WarmupPlan? Parse(string? text)
    {
        var parts = (text ?? string.Empty).Split(';');
        var numbers = parts.Select(part => double.TryParse(part, CultureInfo.InvariantCulture, out var number) ? number : double.NaN).ToArray();
        return numbers.Length == 3 && numbers.All(double.IsFinite) ? FromMilliseconds(numbers[0], numbers[1], numbers[2]) : null;
    }

    /// <summary>The three times in milliseconds, for an environment variable.</summary>
    public override string ToString() => FormattableString.Invariant(
        $"{Least.TotalMilliseconds};{Quiet.TotalMilliseconds};{Limit.TotalMilliseconds}");

    private static WarmupPlan FromMilliseconds(double least, double quiet, double limit) => new(
        TimeSpan.FromMilliseconds(least), TimeSpan.FromMilliseconds(quiet), TimeSpan.FromMilliseconds(limit));
}
