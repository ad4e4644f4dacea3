namespace KeyedState.Results;

/// <summary>What one launch says. A launch is one voice, however many iterations it has.</summary>
/// <param name="Look">The look.</param>
/// <param name="Round">The round, from 0.</param>
/// <param name="NanosecondsPerOperation">Its time for an operation.</param>
/// <param name="SharedTime">The share of an iteration in which all roles ran, from 0 to 1; the median over its iterations.</param>
/// <param name="RoleEnds">When the last worker of each role ended, as a share of the iteration, in the scenario's order; medians likewise.</param>
/// <param name="Settled">Whether the compiler had come to rest and the iterations did not trend.</param>
/// <param name="Iterations">How long each iteration took, in nanoseconds, as it was measured.</param>
public sealed record LaunchFigure(
    Look Look,
    int Round,
    double NanosecondsPerOperation,
    double SharedTime,
    IReadOnlyList<double> RoleEnds,
    bool Settled,
    IReadOnlyList<double> Iterations)
{
    /// <summary>The value of the look's metric, in its unit.</summary>
    public double Value => Look.Metric.OfTime(NanosecondsPerOperation);

    /// <summary>Reads a launch.</summary>
    /// <param name="launch">The launch.</param>
    /// <param name="roles">The roles of its scenario.</param>
    /// <param name="distance">How far apart its cores must have been; null for all iterations.</param>
    /// <param name="pace">The quiet pace of its run; null for all iterations.</param>
    /// <returns>What it says; null where less than half of its iterations were measured at that distance and pace, too few to speak for the launch.</returns>
    public static LaunchFigure? Of(StoredLaunch launch, IReadOnlyList<StoredRole> roles, CoreDistance? distance = null, QuietPace? pace = null)
    {
        ArgumentNullException.ThrowIfNull(launch);
        var note = launch.Note.At(distance).Quiet(pace);
        return note.Iterations * 2 < launch.Note.Iterations ? null : Of(launch, note, roles);
    }

    /// <summary>Reads those iterations of a launch in which its core was slowed down.</summary>
    /// <param name="launch">The launch.</param>
    /// <param name="roles">The roles of its scenario.</param>
    /// <param name="pace">The quiet pace of its run.</param>
    /// <returns>What it says; null where that is less than half of its iterations.</returns>
    public static LaunchFigure? OfSlowed(StoredLaunch launch, IReadOnlyList<StoredRole> roles, QuietPace pace)
    {
        ArgumentNullException.ThrowIfNull(launch);
        var note = launch.Note.Slowed(pace);
        return note.Iterations * 2 < launch.Note.Iterations ? null : Of(launch, note, roles);
    }

    private static LaunchFigure? Of(StoredLaunch launch, LaunchNote note, IReadOnlyList<StoredRole> roles)
    {
        var times = note.Of(Metric.Time);
        if (times.Count == 0)
        {
            return null;
        }

        IReadOnlyList<double>[] ends = [.. roles.Select(role => note.Of(Metric.EndOf(role.Name)))];
        return new(
            launch.Look,
            launch.Round,
            launch.Look.Metric.OfLaunch(times) / launch.Operations,
            Median.Of([.. times.Select((_, iteration) => ends.Min(end => end[iteration]) / ends.Max(end => end[iteration]))]),
            [.. ends.Select(end => Median.Of([.. end.Zip(times, (ended, whole) => ended / whole)]))],
            launch.Note.CompilerQuiet && !TrendDetector.Trends(times),
            times);
    }
}
