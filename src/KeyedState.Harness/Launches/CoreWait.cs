using System.Globalization;

namespace KeyedState.Harness;

/// <summary>That a launch notes how far its cores are from each other around each iteration, and for how long it waits for near ones.</summary>
/// <param name="Near">The round trip of a cache line, in nanoseconds, below which cores are near; above 0.</param>
/// <param name="Limit">For how long a launch waits in all; zero where it takes them as they are.</param>
public sealed record CoreWait(double Near, TimeSpan Limit)
{
    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    /// <param name="text">Nanoseconds and milliseconds, separated by a slash.</param>
    /// <exception cref="FormatException">It is anything else.</exception>
    public static CoreWait Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var numbers = text.Split('/').Select(part => double.Parse(part, CultureInfo.InvariantCulture)).ToArray();
        return numbers is [> 0 and < 1e9, >= 0 and < 1e9]
            ? new(numbers[0], TimeSpan.FromMilliseconds(numbers[1]))
            : throw new FormatException("A wait for cores is a number of nanoseconds and one of milliseconds, separated by a slash.");
    }

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"{Near}/{Limit.TotalMilliseconds}");
}
