namespace KeyedState.Harness;

/// <summary>The scenarios of operations that take more than one step. Each keeps the original's 110 workers.</summary>
public static class CompoundScenarios
{
    private const int FewKeys = 5;
    private const int ManyKeys = 100_000;

    // So much that transfers are hardly ever refused, and so little that the sum over all keys is an integer.
    private const int OpeningOfFew = 1_000_000;
    private const int OpeningOfMany = 10_000;

    private static readonly Scenario Original = Scenario.GoByExample;

    /// <summary>What the others are held against: all write.</summary>
    public static Scenario AllWrite { get; } = Of("all write", FewKeys, null, new Role("writers", OperationKind.Write, 110));

    /// <summary>All add, so that "beside a plain write" is a figure.</summary>
    public static Scenario AllAdd { get; } = Of("all add", FewKeys, 0, new Role("adders", OperationKind.Add, 110));

    /// <summary>All add to one counter.</summary>
    public static Scenario OneCounter { get; } = Of("one counter", 1, 0, new Role("adders", OperationKind.Add, 110));

    /// <summary>The original's mix with counters: most read, some add.</summary>
    public static Scenario Counters { get; } = Of(
        "counters", FewKeys, 0, new Role("readers", OperationKind.Read, 100), new Role("adders", OperationKind.Add, 10));

    /// <summary>All transfer.</summary>
    public static Scenario AllTransfer { get; } = Of("all transfer", FewKeys, OpeningOfFew, new Role("movers", OperationKind.Transfer, 110));

    /// <summary>All read all keys at one instant, and nobody writes.</summary>
    public static Scenario AllSnapshot { get; } = Of("all snapshot", FewKeys, OpeningOfFew, new Role("readers", OperationKind.Snapshot, 110));

    /// <summary>The original's mix with accounts: most read all of them at one instant, some transfer.</summary>
    public static Scenario Ledger { get; } = LedgerOver("ledger", FewKeys, OpeningOfFew);

    /// <summary>The ledger with many accounts, of which a snapshot reads five.</summary>
    public static Scenario SpreadLedger { get; } = LedgerOver("spread ledger", ManyKeys, OpeningOfMany);

    /// <summary>All update few keys by code that yields.</summary>
    public static Scenario UpdateYielding { get; } = Updates("update, yield", OperationKind.UpdateYielding, FewKeys);

    /// <summary>All update few keys by code that another thread lets go on.</summary>
    public static Scenario UpdateHandedOver { get; } = Updates("update, other thread", OperationKind.UpdateHandedOver, FewKeys);

    /// <summary>All but one update few keys by code that waits for a millisecond.</summary>
    public static Scenario UpdatePausing { get; } = Pausing("update, 1 ms", FewKeys);

    /// <summary>All update many keys by code that yields.</summary>
    public static Scenario SpreadUpdateYielding { get; } = Updates("spread update, yield", OperationKind.UpdateYielding, ManyKeys);

    /// <summary>All update many keys by code that another thread lets go on.</summary>
    public static Scenario SpreadUpdateHandedOver { get; } = Updates("spread update, other thread", OperationKind.UpdateHandedOver, ManyKeys);

    /// <summary>All but one update many keys by code that waits for a millisecond.</summary>
    public static Scenario SpreadUpdatePausing { get; } = Pausing("spread update, 1 ms", ManyKeys);

    /// <summary>All, in the order in which pages have them.</summary>
    public static IReadOnlyList<Scenario> All { get; } =
    [
        AllWrite, AllAdd, OneCounter, Counters, AllTransfer, AllSnapshot, Ledger, SpreadLedger,
        UpdateYielding, UpdateHandedOver, UpdatePausing, SpreadUpdateYielding, SpreadUpdateHandedOver, SpreadUpdatePausing,
    ];

    private static Scenario LedgerOver(string name, int keys, int opening) => Of(
        name, keys, opening, new Role("readers", OperationKind.Snapshot, 100), new Role("movers", OperationKind.Transfer, 10));

    private static Scenario Updates(string name, OperationKind operation, int keys) => Of(name, keys, 0, new Role("updaters", operation, 110));

    private static Scenario Pausing(string name, int keys) => Of(
        name, keys, 0, new Role("updaters", OperationKind.UpdatePausing, 109), new Role("bystander", OperationKind.WriteApart, 1));

    private static Scenario Of(string name, int keys, int? opening, params Role[] roles) =>
        // Where there are many keys, their first use would be most of what is measured: it makes an owner where each key has its own.
        Original with { Name = name, Keys = new KeySpace(keys, Filled: opening > 0 || keys == ManyKeys, opening), Roles = roles };
}
