using System.Globalization;

namespace KeyedState.Harness;

/// <summary>How a closed loop goes.</summary>
/// <param name="Window">How long the measured part is.</param>
/// <param name="LongestRampUp">How long it may take until it is steady; it is measured then all the same.</param>
/// <param name="Run">How long a worker that is never made to wait goes on before it lets others have its thread.</param>
/// <param name="ClockShare">What share of the time reading the clock may take.</param>
/// <param name="Requeues">
/// Whether a worker that was answered goes to the end of the queue that all threads of the pool share, before it calls again. Who answers
/// otherwise decides in which queue it goes on, and with that how even the workers are; with this, the queue is the same for all states.
/// </param>
public sealed record ClosedLoopPlan(TimeSpan Window, TimeSpan LongestRampUp, TimeSpan Run, double ClockShare, bool Requeues = false)
{
    private const int MostBetween = 4_096;

    /// <summary>The usual one.</summary>
    public static ClosedLoopPlan Usual { get; } = new(TimeSpan.FromMilliseconds(300), TimeSpan.FromMilliseconds(800), TimeSpan.FromMicroseconds(20), 0.05);

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    /// <param name="text">The window and the ramp-up in milliseconds, the run in microseconds, the share, and 1 for workers that requeue, separated by slashes.</param>
    /// <exception cref="FormatException">It is anything else.</exception>
    public static ClosedLoopPlan Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var numbers = text.Split('/').Select(part => double.Parse(part, CultureInfo.InvariantCulture)).ToArray();
        return numbers is [> 0 and < 1e9, >= 0 and < 1e9, >= 0 and < 1e9, > 0 and <= 1, 0 or 1]
            ? new(TimeSpan.FromMilliseconds(numbers[0]), TimeSpan.FromMilliseconds(numbers[1]), TimeSpan.FromMicroseconds(numbers[2]), numbers[3], numbers[4] > 0)
            : throw new FormatException("A closed loop is two numbers of milliseconds, one of microseconds, a share, and 0 or 1, separated by slashes.");
    }

    /// <inheritdoc/>
    public override string ToString() =>
        FormattableString.Invariant($"{Window.TotalMilliseconds}/{LongestRampUp.TotalMilliseconds}/{Run.TotalMicroseconds}/{ClockShare}/{(Requeues ? 1 : 0)}");

    /// <summary>Of how many operations one is timed, on average.</summary>
    /// <param name="nanoseconds">What an operation takes of a core's time; above 0.</param>
    /// <param name="readCost">What it takes to read the clock, in nanoseconds.</param>
    public int TimedOneIn(double nanoseconds, double readCost) => (int)Math.Clamp(Math.Ceiling(2 * readCost / (ClockShare * nanoseconds)), 1, MostBetween);
}
