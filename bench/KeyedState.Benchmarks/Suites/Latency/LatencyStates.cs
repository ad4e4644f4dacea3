namespace KeyedState.Benchmarks.Suites.Latency;

/// <summary>Which states the latency suite takes.</summary>
internal static class LatencyStates
{
    // One or two of each way to own that differ in who waits for whom, as many as ten minutes hold.
    private static readonly HashSet<string> Usual =
    [
        "PumpOwner", "TaskCompletionSourceChannelOwner", "Lock", "SemaphoreSlim", "ConcurrentDictionary", "SequenceLock", "CombiningOwner", "Mailbox", "AkkaAsk",
        "OrleansGrain",
    ];

    // What the loops themselves take, and what async takes.
    private static readonly HashSet<string> Bounds = ["Empty", "AsynchronousFloor"];

    /// <summary>The states of a run, in the catalogue's order, with the limits that their figures are held against.</summary>
    /// <param name="catalogue">The catalogue.</param>
    /// <param name="named">The names of the states that were asked for, whatever the letters' case; none for the usual ones.</param>
    /// <param name="all">Whether all states are taken.</param>
    public static IReadOnlyList<StateEntry> Choose(StateCatalogue catalogue, IReadOnlyCollection<string> named, bool all) =>
    [
        .. catalogue.Entries.Where(entry => Bounds.Contains(entry.Name)
            || (!entry.IsLimit && (all || (named.Count > 0 ? named.Contains(entry.Name, StringComparer.OrdinalIgnoreCase) : Usual.Contains(entry.Name))))),
    ];
}
