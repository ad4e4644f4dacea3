using KeyedState.Results;

namespace KeyedState.Regression;

/// <summary>Allocations of two builds. What the harness allocates for its workers is in both, and is the same: it is one harness.</summary>
internal static class AllocationComparison
{
    /// <summary>Compares.</summary>
    /// <param name="trials">The trials on one core: on several queues grow as the threads happen to meet.</param>
    public static IReadOnlyList<GateAllocation> Of(IEnumerable<Trial> trials) =>
    [
        .. trials.Where(trial => trial.FirstLaunches >= Effect.FewestLaunches)
            .Select(trial => new GateAllocation(trial.Subject.State, Bytes(trial, launch => launch.Base), Bytes(trial, launch => launch.Head))),
    ];

    private static double Bytes(Trial trial, Func<PairedLaunch, IReadOnlyList<Slice>> side) =>
        Median.Of([.. trial.Launches.SelectMany(side).Select(slice => slice.BytesPerOperation)]);
}
