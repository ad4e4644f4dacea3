namespace KeyedState.Results;

/// <summary>Finds what a reader of a row must know. The thresholds are the marks' definitions.</summary>
public static class MarkDetector
{
    /// <summary>How many times the fastest launch's time the slowest may take.</summary>
    public const double LargestSpread = 1.5;

    /// <summary>The least share of the time in which all roles must run.</summary>
    public const double LeastSharedTime = 0.8;

    /// <summary>
    /// The largest share of one look's launches that may look unsettled. Some do by chance: the test of each is made at
    /// <see cref="TrendDetector.LargestPValue"/>.
    /// </summary>
    public const double LargestUnsettledShare = 0.2;

    /// <summary>How many launches an interval needs.</summary>
    public const int FewestLaunches = 6;

    /// <summary>The share of a look's window below which an iteration is short.</summary>
    public const double ShortIteration = 2.0 / 3;

    /// <summary>The largest share of a look's iterations that may be short.</summary>
    public const double LargestShortShare = 0.05;

    /// <summary>The largest share of a cost that collections too many or too few may be.</summary>
    public const double LargestCollectionShare = 0.02;

    /// <summary>The marks of a state that did not fail, in the order of <see cref="Mark"/>, each with the look whose figure it is of.</summary>
    /// <param name="launches">The state's launches in all looks.</param>
    /// <param name="taken">The looks that the run took.</param>
    /// <param name="sharedTime">The share of the time in which all roles ran, from 0 to 1; null when it is not known.</param>
    /// <param name="collectionShare">The share of the cost that is collections too many or too few; null when it is not known.</param>
    public static IEnumerable<FigureMark> Detect(
        IReadOnlyCollection<LaunchFigure> launches, IReadOnlyCollection<StoredLook> taken, double? sharedTime, double? collectionShare)
    {
        foreach (var look in taken.Where(look => launches.Count(launch => launch.Look == look.Look) < FewestLaunches))
        {
            yield return new(Mark.TooFewLaunches, look.Look);
        }

        if (IsUnsteady([.. launches.Where(launch => launch.Look == Look.AllCores).Select(launch => launch.NanosecondsPerOperation)]))
        {
            yield return new(Mark.Unsteady, Look.AllCores);
        }

        if (sharedTime < LeastSharedTime)
        {
            yield return new(Mark.RolesApart, taken.Any(look => look.Look == Look.AllCores) ? Look.AllCores : Look.OneCore);
        }

        foreach (var ofOneLook in launches.GroupBy(launch => launch.Look).Where(IsUnsettled))
        {
            yield return new(Mark.NotSettled, ofOneLook.Key);
        }

        foreach (var look in taken.Where(look => HasShortIterations(launches.Where(launch => launch.Look == look.Look), look.Protocol.WindowMilliseconds)))
        {
            yield return new(Mark.ShortIterations, look.Look);
        }

        if (collectionShare > LargestCollectionShare)
        {
            yield return new(Mark.Collections, Look.OneCore);
        }
    }

    // Where the work was constant there is no window, and nothing to be shorter than.
    private static bool HasShortIterations(IEnumerable<LaunchFigure> ofOneLook, double? windowMilliseconds)
    {
        double[] iterations = [.. ofOneLook.SelectMany(launch => launch.Iterations)];
        return iterations.Count(time => time < ShortIteration * windowMilliseconds * 1e6) > LargestShortShare * iterations.Length;
    }

    private static bool IsUnsettled(IEnumerable<LaunchFigure> ofOneLook) =>
        ofOneLook.Average(launch => launch.Settled ? 0.0 : 1.0) > LargestUnsettledShare;

    private static bool IsUnsteady(double[] times) => times.Length > 0 && times.Max() > LargestSpread * times.Min();
}
