namespace KeyedState.Results;

/// <summary>
/// How often a state's launches had the collector run in each look. On one core an invocation has the whole collections that
/// come due in it, so a state that allocates can be charged for more of them than it causes, or for fewer.
/// </summary>
/// <param name="State">The state's name.</param>
/// <param name="OneCore">Collections of generation 0 per million operations on one core.</param>
/// <param name="AllCores">The same on all cores, where launches are left to themselves.</param>
public sealed record CollectionRates(string State, double OneCore, double AllCores)
{
    // A collection takes a millisecond or two at most: fewer than this are some nanoseconds of an operation.
    private const double Fewest = 5;

    private const double LargestRatio = 1.25;

    /// <summary>Whether the two looks differ by more than a quarter, and by collections that matter.</summary>
    public bool Differ =>
        Math.Max(OneCore, AllCores) >= Fewest && Math.Max(OneCore, AllCores) > LargestRatio * Math.Min(OneCore, AllCores);

    /// <summary>Counts a state's collections; null unless both looks have launches of it.</summary>
    /// <param name="state">The state's name.</param>
    /// <param name="launches">Its launches.</param>
    internal static CollectionRates? Of(string state, IEnumerable<StoredLaunch> launches)
    {
        var looks = launches.ToLookup(launch => launch.Look);
        return In(looks[Look.Cost]) is { } oneCore && In(looks[Look.Throughput]) is { } allCores ? new(state, oneCore, allCores) : null;
    }

    private static double? In(IEnumerable<StoredLaunch> launches)
    {
        var totals = CounterTotals.Of([.. launches]);
        return totals.Per(totals.Gen0, 1e6)?.Center;
    }
}
