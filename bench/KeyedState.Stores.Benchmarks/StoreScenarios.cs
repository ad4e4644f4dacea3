using KeyedState.Harness;

namespace KeyedState.Stores.Benchmarks;

/// <summary>What callers of stores do.</summary>
internal static class StoreScenarios
{
    /// <summary>One caller that writes: how long a write takes that waits for nobody else's.</summary>
    public static Scenario OneCaller { get; } = Scenario.GoByExample with { Name = "one caller", Roles = [new("caller", OperationKind.Write, 1)] };

    /// <summary>The original's callers over a million keys, of which an engine with a disk may keep a part in memory.</summary>
    public static Scenario ManyKeys { get; } = Scenario.GoByExample with { Name = "a million keys", Keys = new KeySpace(1_000_000, Filled: true) };

    /// <summary>What callers do in the open loop.</summary>
    public static Scenario Open => Scenario.GoByExample;

    /// <summary>All, in the order in which pages have them.</summary>
    public static IReadOnlyList<Scenario> All { get; } = [OneCaller, Open, CompoundScenarios.Counters, CompoundScenarios.Ledger, ManyKeys];

    /// <summary>Those that a state can be measured in.</summary>
    /// <param name="entry">The state.</param>
    public static IReadOnlyList<Scenario> Of(StateEntry entry) => [.. All.Where(scenario => scenario.Needs.All(entry.Offers) && Takes(entry, scenario))];

    // A limit bounds one write after the other: many callers share a flush, and a socket carries many messages at a time.
    private static bool Takes(StateEntry entry, Scenario scenario) =>
        entry.IsLimit ? scenario == OneCaller
        : scenario == ManyKeys || entry.Type == typeof(FasterDiskState) ? scenario == ManyKeys && TakesManyKeys(entry)
        : scenario.Needs.Any() || !HasPlainTwin(entry);

    // They read and write as Garnet and Redis do, to the letter, and differ in operations on more than that.
    private static bool HasPlainTwin(StateEntry entry) => entry.Type == typeof(GarnetWatchState) || entry.Type == typeof(RedisWatchState);

    // Whoever sends each key to another process, or flushes it, would spend the suite's time on writing them all before every loop. And only that
    // many keys are more than FASTER keeps in memory here.
    private static bool TakesManyKeys(StateEntry entry) =>
        entry.Type == typeof(LockState) || entry.Type == typeof(TaskCompletionSourceChannelOwnerState) || entry.Type == typeof(FasterDiskState);
}
