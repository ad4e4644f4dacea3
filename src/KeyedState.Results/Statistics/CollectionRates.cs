namespace KeyedState.Results;

/// <summary>
/// How often a state's launches on one core had the collector run, and how often its allocations there make it due. On one
/// core an iteration has whole collections, so a state that allocates can be charged for more of them than it causes, or
/// for fewer.
/// </summary>
/// <param name="OneCore">Collections of generation 0 per million operations on one core.</param>
/// <param name="Due">As many as what was allocated in them has on all cores, where nothing is collected between iterations.</param>
/// <param name="Pause">What a collection takes, in nanoseconds.</param>
public sealed record CollectionRates(double OneCore, double Due, double Pause)
{
    /// <summary>What the collections too many or too few take of an operation, in nanoseconds.</summary>
    public double Excess => Math.Abs(OneCore - Due) * Pause / 1e6;

    /// <summary>Counts a state's collections; null unless both looks have launches of it that counted.</summary>
    /// <param name="launches">Its launches.</param>
    internal static CollectionRates? Of(IEnumerable<StoredLaunch> launches)
    {
        var looks = launches.ToLookup(launch => launch.Look);
        var oneCore = new CounterTotals([.. looks[Look.OneCore]]);
        var allCores = new CounterTotals([.. looks[Look.AllCores]]);
        return oneCore.Per(Metric.Gen0, 1e6) is { } had && oneCore.Per(Metric.Allocated, 1e6) is { } allocated
            && allCores.Of(Metric.Gen0) is { } collections && allCores.Of(Metric.Allocated) is > 0 and var bytes
            && (PauseIn(oneCore) ?? PauseIn(allCores)) is { } pause
            ? new(had.Center, allocated.Center * collections / bytes, pause)
            : null;
    }

    private static double? PauseIn(CounterTotals totals) =>
        totals.Of(Metric.Gen0) is > 0 and var collections && totals.Of(Metric.Paused) is { } paused ? paused / collections : null;
}
