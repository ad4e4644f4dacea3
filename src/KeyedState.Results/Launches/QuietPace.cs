using Perfolizer.Mathematics.QuantileEstimators;
using Pragmastat;

namespace KeyedState.Results;

/// <summary>
/// The pace at which one core did fixed work in a run while nothing slowed it down. What slows a core does not slow all states
/// alike: a neighbour on the other half of a physical core takes a third or more from code that keeps the core busy, and next to
/// nothing from code that waits for interlocked instructions. No factor common to all states takes that out, so a cost is of
/// quiet iterations alone.
/// </summary>
public sealed class QuietPace
{
    /// <summary>How many times as long as at the quiet pace the fixed work may take around an iteration that counts.</summary>
    public const double LargestSlowdown = 1.1;

    // Some looks of every run find the core undisturbed, and the very quickest may have been lucky.
    private const double QuietShare = 0.05;

    private QuietPace(double nanoseconds) => Nanoseconds = nanoseconds;

    /// <summary>How long a step of the work took, in nanoseconds.</summary>
    public double Nanoseconds { get; }

    /// <summary>The pace of a run; null where nobody looked.</summary>
    /// <param name="run">The run.</param>
    public static QuietPace? Of(StoredRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        double[] paces = [.. run.Launches.SelectMany(launch => launch.Note.Of(Metric.PaceBefore).Concat(launch.Note.Of(Metric.PaceAfter)))];
        return paces.Length == 0 ? null : Of(paces);
    }

    /// <summary>The pace of the quiet moments among many.</summary>
    /// <param name="paces">Nanoseconds for a step, in any order; at least one.</param>
    public static QuietPace Of(IReadOnlyList<double> paces) => new(SimpleQuantileEstimator.Instance.Quantile(new Sample(paces), Probability.Of(QuietShare)));

    /// <summary>How many times as long as at the quiet pace the work took.</summary>
    /// <param name="pace">Nanoseconds for a step.</param>
    public double SlowdownAt(double pace) => pace / Nanoseconds;

    /// <summary>Whether that is slower than a cost may be measured at.</summary>
    /// <param name="pace">Nanoseconds for a step.</param>
    public bool IsSlow(double pace) => SlowdownAt(pace) > LargestSlowdown;
}
