using System.Globalization;

namespace KeyedState.Harness;

/// <summary>How an open loop goes.</summary>
/// <param name="Rate">Arrivals per second, those of all workers together; null for as many as the state can bear, all due at once.</param>
/// <param name="Lead">How long operations arrive before the measured part.</param>
/// <param name="Window">How long the measured part is.</param>
/// <param name="Run">How long a worker that is late goes on before it lets others have its thread.</param>
/// <param name="Even">Whether arrivals are evenly spaced, instead of a Poisson process.</param>
/// <param name="Seed">What the arrivals are drawn from.</param>
public sealed record OpenLoopPlan(double? Rate, TimeSpan Lead, TimeSpan Window, TimeSpan Run, bool Even, int Seed)
{
    /// <summary>
    /// How long after the window its operations still count as served in time. Without it, who is held up for some milliseconds at the
    /// window's end would be taken for overloaded, as would all whose operations take more than a hundredth of the window.
    /// </summary>
    public static TimeSpan Allowance { get; } = TimeSpan.FromMilliseconds(100);

    // Arrivals are drawn beforehand and held in memory.
    private const double HighestRate = 1e8;

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    /// <param name="text">The rate, or 0 for all at once; the lead and the window in milliseconds, the run in microseconds, 1 for even arrivals, and the seed, separated by slashes.</param>
    /// <exception cref="FormatException">It is anything else.</exception>
    public static OpenLoopPlan Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var numbers = text.Split('/').Select(part => double.Parse(part, CultureInfo.InvariantCulture)).ToArray();
        return numbers is [>= 0 and <= HighestRate, >= 0 and < 1e6, > 0 and < 1e6, >= 0 and < 1e9, 0 or 1, >= int.MinValue and <= int.MaxValue]
            ? new(
                numbers[0] > 0 ? numbers[0] : null,
                TimeSpan.FromMilliseconds(numbers[1]), TimeSpan.FromMilliseconds(numbers[2]), TimeSpan.FromMicroseconds(numbers[3]), numbers[4] > 0, (int)numbers[5])
            : throw new FormatException("An open loop is a rate, two numbers of milliseconds, one of microseconds, 0 or 1, and a seed, separated by slashes.");
    }

    /// <inheritdoc/>
    public override string ToString() =>
        FormattableString.Invariant($"{Rate ?? 0}/{Lead.TotalMilliseconds}/{Window.TotalMilliseconds}/{Run.TotalMicroseconds}/{(Even ? 1 : 0)}/{Seed}");

    /// <summary>When operations arrive; null where all are due at once.</summary>
    /// <param name="workers">How many workers there are.</param>
    public ArrivalSchedule? Draw(int workers) => Rate is not { } rate ? null
        : Even ? ArrivalSchedule.Even(rate, Lead + Window, workers, Seed)
        : ArrivalSchedule.Poisson(rate, Lead + Window, workers, Seed);
}
