namespace KeyedState.Results;

/// <summary>A stored run as a history keeps it: everything but what its launches measured beyond their time.</summary>
/// <param name="Head">The run without its launches.</param>
/// <param name="Times">Nanoseconds for an operation of each launch, by state and look, in order of rounds; without states that failed.</param>
public sealed record HistoryRun(StoredRun Head, IReadOnlyDictionary<(string State, Look Look), IReadOnlyList<double>> Times)
{
    /// <summary>Takes from a run what a history keeps.</summary>
    /// <param name="run">The run.</param>
    public static HistoryRun Of(StoredRun run)
    {
        var failed = run.Failures.Where(failure => !failure.Discarded).Select(failure => failure.State).ToHashSet();
        return new(
            run with { Launches = [] },
            run.Launches.Where(launch => !failed.Contains(launch.State))
                .GroupBy(launch => (launch.State, launch.Look))
                .ToDictionary(group => group.Key, group => (IReadOnlyList<double>)
                [
                    .. group.OrderBy(launch => launch.Round).Select(launch => launch.Look.Metric.OfLaunch(launch.Note.Of(Metric.Time)) / launch.Operations),
                ]));
    }
}
