namespace KeyedState.Benchmarks.Suites.Compound;

/// <summary>Which states the compound suite takes.</summary>
internal static class CompoundStates
{
    // One or two of each way to own: a lock or an owner for the whole map, and one for each key. What is not there yet is left out.
    private static readonly HashSet<string> Usual =
    [
        "Lock", "LockPerKey", "SemaphoreSlimPerKey", "ConcurrentDictionary", "SequenceLock", "CombiningOwner", "PumpOwner",
        "TaskCompletionSourceChannelOwner", "MailboxPerKey", "OrleansGrainPerKey",
    ];

    // What the harness takes, what async takes, and what workers do that only wait.
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
