namespace KeyedState.Benchmarks.Suites.Matrix;

/// <summary>Which states the matrix suite takes.</summary>
internal static class MatrixStates
{
    // Of each way to share a map, the plainest and the fastest.
    private static readonly HashSet<string> Usual =
    [
        "Lock", "ReaderWriterLockSlim", "ConcurrentDictionary", "ImmutableDictionary", "SequenceLock", "CombiningOwner",
        "TaskCompletionSourceChannelOwner", "LeaseOwner", "PumpOwner", "Mailbox", "AkkaAsk",
    ];

    /// <summary>The states of a run, in the catalogue's order, with the empty state, which shows what the harness takes.</summary>
    /// <param name="catalogue">The catalogue.</param>
    /// <param name="named">The names of the states that were asked for, whatever the letters' case; none for the usual ones.</param>
    /// <param name="all">Whether all states are taken.</param>
    public static IReadOnlyList<StateEntry> Choose(StateCatalogue catalogue, IReadOnlyCollection<string> named, bool all) =>
    [
        .. catalogue.Entries.Where(entry => entry.Name == "Empty"
            || (!entry.IsLimit && (all || (named.Count > 0 ? named.Contains(entry.Name, StringComparer.OrdinalIgnoreCase) : Usual.Contains(entry.Name))))),
    ];
}
