namespace KeyedState.Stores.Benchmarks;

/// <summary>The states that this program can make, and those that the suite measures.</summary>
internal static class StoreCatalogue
{
    // What one would have without leaving the process, answering at once and later; then the engines; then what bounds them.
    private static readonly string[] Measured =
    [
        "Lock", "TaskCompletionSourceChannelOwner",
        "Garnet", "GarnetConnections", "GarnetWatch", "GarnetEverySecond", "GarnetAlways",
        "Redis", "RedisConnections", "RedisWatch", "RedisEverySecond", "RedisAlways",
        "SqliteNormal", "SqliteFull", "PostgresAsynchronous", "Postgres", "FasterDisk", "FasterCommitted",
        "OrleansOneGrain", "OrleansTwoSilos", "OrleansFourSilos", "OrleansInside", "OrleansStored", "OrleansTransfers",
        "LoopbackEcho", "GarnetPing", "OrleansCall", "Flush",
    ];

    /// <summary>All.</summary>
    public static StateCatalogue All { get; } = StateCatalogue.Of(typeof(IKeyedState).Assembly, typeof(GarnetState).Assembly);

    /// <summary>The states of the suite, in the order in which pages have them.</summary>
    public static IReadOnlyList<StateEntry> OfSuite { get; } = [.. Measured.Select(Find)];

    /// <summary>The engines, which a call may name.</summary>
    public static IReadOnlyList<StateEntry> Engines { get; } = [.. OfSuite.Where(IsEngine)];

    /// <summary>Those that are killed whole. A cluster goes on without one of its processes, and has trials of its own.</summary>
    public static IReadOnlyList<StateEntry> Killed { get; } =
        [.. Engines.Where(entry => !typeof(IServedState).IsAssignableFrom(entry.Type) || typeof(IEngineState).IsAssignableFrom(entry.Type))];

    /// <summary>The states of a run: all, or the engines that were named with what they are held against.</summary>
    /// <param name="named">The names of engines; none for all.</param>
    public static IReadOnlyList<StateEntry> Choose(IReadOnlyCollection<string> named) => named.Count == 0
        ? OfSuite
        : [.. OfSuite.Where(entry => !IsEngine(entry) || named.Contains(entry.Name, StringComparer.OrdinalIgnoreCase))];

    /// <summary>A state.</summary>
    /// <param name="name">Its name.</param>
    /// <exception cref="FormatException">There is none of that name.</exception>
    public static StateEntry Find(string name) => All.Find(name) ?? throw new FormatException($"There is no state {name}.");

    private static bool IsEngine(StateEntry entry) => !entry.IsLimit && entry.Type.Assembly == typeof(GarnetState).Assembly;
}
