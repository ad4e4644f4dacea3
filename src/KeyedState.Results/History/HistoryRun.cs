namespace KeyedState.Results;

/// <summary>A stored run as a history keeps it: everything but what its launches measured beyond their time.</summary>
/// <param name="Head">The run without its launches.</param>
/// <param name="Distance">How far apart the cores were in the iterations on all cores from which the times are; null where nobody looked.</param>
/// <param name="Times">
/// Nanoseconds for an operation of each launch, by state and look, in order of rounds. States that failed are left out, and
/// the launches of which less than half was measured at the distance, or at the quiet pace.
/// </param>
public sealed record HistoryRun(StoredRun Head, CoreDistance? Distance, IReadOnlyDictionary<(string State, Look Look), IReadOnlyList<double>> Times)
{
    /// <summary>Takes from a run what a history keeps.</summary>
    /// <param name="run">The run.</param>
    public static HistoryRun Of(StoredRun run)
    {
        var distance = CoreDistance.MostlyOf(run);
        var pace = QuietPace.Of(run);
        var failed = run.Failures.Where(failure => !failure.Discarded).Select(failure => failure.State).ToHashSet();
        return new(
            run with { Launches = [] },
            distance,
            run.Launches.Where(launch => !failed.Contains(launch.State))
                .Select(launch => (Launch: launch, Figure: LaunchFigure.Of(launch, run.Scenario.Roles, distance, pace)))
                .Where(pair => pair.Figure is not null)
                .GroupBy(pair => (pair.Launch.State, pair.Launch.Look))
                .ToDictionary(group => group.Key, group => (IReadOnlyList<double>)
                [
                    .. group.OrderBy(pair => pair.Launch.Round).Select(pair => pair.Figure!.NanosecondsPerOperation),
                ]));
    }
}
