namespace KeyedState.Results;

/// <summary>
/// How often a state's launches on one core had the collector run, and how often its allocations there make it due. On one
/// core an iteration has whole collections, so a state that allocates can be charged for more of them than it causes, or
/// for fewer.
/// </summary>
/// <param name="State">The state's name.</param>
/// <param name="OneCore">Collections of generation 0 per million operations on one core.</param>
/// <param name="Due">As many as what was allocated in them has on all cores, where nothing is collected between iterations.</param>
public sealed record CollectionRates(string State, double OneCore, double Due)
{
    // One took 2.3 ms in the slowest row that was looked at, and far less in most: fewer than this are some nanoseconds of an operation.
    private const double Fewest = 5;

    private const double LargestRatio = 1.25;

    /// <summary>Whether the two differ by more than a quarter, and by collections that matter.</summary>
    public bool Differ => Math.Max(OneCore, Due) >= Fewest && Math.Max(OneCore, Due) > LargestRatio * Math.Min(OneCore, Due);

    /// <summary>Counts a state's collections; null unless both looks have launches of it that counted.</summary>
    /// <param name="state">The state's name.</param>
    /// <param name="launches">Its launches.</param>
    internal static CollectionRates? Of(string state, IEnumerable<StoredLaunch> launches)
    {
        var looks = launches.ToLookup(launch => launch.Look);
        var oneCore = new CounterTotals([.. looks[Look.OneCore]]);
        var allCores = new CounterTotals([.. looks[Look.AllCores]]);
        return oneCore.Per(Metric.Gen0, 1e6) is { } had && oneCore.Per(Metric.Allocated, 1e6) is { } allocated
            && allCores.Of(Metric.Gen0) is { } collections && allCores.Of(Metric.Allocated) is > 0 and var bytes
            ? new(state, had.Center, allocated.Center * collections / bytes)
            : null;
    }
}
