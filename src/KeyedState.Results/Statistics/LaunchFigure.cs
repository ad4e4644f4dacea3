namespace KeyedState.Results;

/// <summary>What one launch says. A launch is one voice, however many invocations it has.</summary>
/// <param name="Look">The look.</param>
/// <param name="Round">The round, from 0.</param>
/// <param name="NanosecondsPerOperation">Its time for an operation.</param>
/// <param name="SharedTime">The share of an invocation in which both roles ran, from 0 to 1; the median over its invocations.</param>
/// <param name="ReadersEnd">When the last reader ended, as a share of the invocation; the median likewise.</param>
/// <param name="WritersEnd">When the last writer ended, as a share of the invocation; the median likewise.</param>
/// <param name="Settled">Whether the compiler had come to rest and the invocations did not trend.</param>
public sealed record LaunchFigure(
    Look Look,
    int Round,
    double NanosecondsPerOperation,
    double SharedTime,
    double ReadersEnd,
    double WritersEnd,
    bool Settled)
{
    /// <summary>The value of the look's metric, in its unit.</summary>
    public double Value => Look.Metric.OfTime(NanosecondsPerOperation);

    /// <summary>Reads a launch.</summary>
    /// <param name="launch">The launch.</param>
    /// <param name="operations">The operations of one invocation.</param>
    public static LaunchFigure Of(StoredLaunch launch, int operations) => new(
        launch.Look,
        launch.Round,
        launch.Look.Metric.OfLaunch(launch.Nanoseconds) / operations,
        MedianOf(launch.ReadersEnd.Zip(launch.WritersEnd, (readers, writers) => Math.Min(readers, writers) / Math.Max(readers, writers))),
        MedianOf(launch.ReadersEnd.Zip(launch.Nanoseconds, (end, whole) => end / whole)),
        MedianOf(launch.WritersEnd.Zip(launch.Nanoseconds, (end, whole) => end / whole)),
        launch.CompilerQuiet && !TrendDetector.Trends(launch.Nanoseconds));

    private static double MedianOf(IEnumerable<double> values) => Median.Of([.. values]);
}
