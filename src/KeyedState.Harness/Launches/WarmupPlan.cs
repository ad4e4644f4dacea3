using System.Globalization;

namespace KeyedState.Harness;

/// <summary>How long a process drives a state before it is measured.</summary>
/// <param name="Least">At least this long.</param>
/// <param name="Quiet">Then until the compiler has been at rest for this long.</param>
/// <param name="Limit">But no longer than this; zero leaves the warm-up out.</param>
public sealed record WarmupPlan(TimeSpan Least, TimeSpan Quiet, TimeSpan Limit)
{
    /// <summary>
    /// For the runtime's defaults. While the pool is busy the first optimised code can be half a second in
    /// coming, a rest that looks like the end, and the last was there after 1.8 s in every launch looked at.
    /// </summary>
    public static WarmupPlan Usual { get; } = FromMilliseconds(1500, 400, 4000);

    /// <summary>For code that is optimised when it is first compiled.</summary>
    public static WarmupPlan Untiered { get; } = FromMilliseconds(0, 30, 3000);

    /// <summary>For finding out whether a launch works at all.</summary>
    public static WarmupPlan Brief { get; } = FromMilliseconds(0, 50, 300);

    /// <summary>None.</summary>
    public static WarmupPlan None { get; } = FromMilliseconds(0, 0, 0);

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    /// <param name="text">Three times in milliseconds, separated by slashes.</param>
    /// <exception cref="FormatException">It is anything else.</exception>
    public static WarmupPlan Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var times = text.Split('/').Select(part => double.Parse(part, CultureInfo.InvariantCulture)).ToArray();
        return times.Length == 3 && times.All(time => time is >= 0 and < 1e9)
            ? FromMilliseconds(times[0], times[1], times[2])
            : throw new FormatException("A warm-up is three times in milliseconds, separated by slashes.");
    }

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant(
        $"{Least.TotalMilliseconds}/{Quiet.TotalMilliseconds}/{Limit.TotalMilliseconds}");

    private static WarmupPlan FromMilliseconds(double least, double quiet, double limit) => new(
        TimeSpan.FromMilliseconds(least), TimeSpan.FromMilliseconds(quiet), TimeSpan.FromMilliseconds(limit));
}
