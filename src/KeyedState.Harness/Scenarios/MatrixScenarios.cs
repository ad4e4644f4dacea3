using System.Globalization;

namespace KeyedState.Harness;

/// <summary>The original's workload with one thing changed at a time, and the mixes of operations that others publish figures of.</summary>
public static class MatrixScenarios
{
    private const int Workers = 110;
    private const int SomeKeys = 1_000;

    // Of one write in eleven operations, as the original's 10 writers and 100 readers make them.
    private const double OriginalShare = 1 / 11.0;

    // So much that the sum over a million keys is an integer.
    private const int Opening = 1;

    private static readonly Scenario Original = Scenario.GoByExample;

    /// <summary>The workload that all the others differ from: the original's.</summary>
    public static Scenario Base => Original;

    /// <summary>How many of 110 workers write, where it is another number than the original's.</summary>
    public static IReadOnlyList<int> Writers { get; } = [0, 1, 55, Workers];

    /// <summary>How many keys there are, where it is another number than the original's.</summary>
    public static IReadOnlyList<int> KeyCounts { get; } = [1, SomeKeys, 1_000_000];

    /// <summary>How many workers there are, with the original's mix in each of them.</summary>
    public static IReadOnlyList<int> WorkerCounts { get; } = [1, 2, 10, Workers, 1_000, 10_000];

    /// <summary>1,000 keys that are drawn alike, in the way in which those of <see cref="Zipf"/> and <see cref="HotKey"/> are drawn.</summary>
    public static Scenario AllAlike { get; } = Over(SomeKeys, KeyDistribution.UniformByTable) with { Name = "all alike" };

    /// <summary>1,000 keys of which some are drawn more often: by Zipf's law.</summary>
    public static Scenario Zipf { get; } = Over(SomeKeys, KeyDistribution.Zipf) with { Name = "Zipf" };

    /// <summary>1,000 keys of which one is drawn most of the time.</summary>
    public static Scenario HotKey { get; } = Over(SomeKeys, KeyDistribution.HotKey) with { Name = "one hot key" };

    /// <summary>The original's workers on threads of their own.</summary>
    public static Scenario OwnThreads { get; } = Original with { Name = "own threads", OwnThreads = true };

    /// <summary>The original in a process that is bound to one core.</summary>
    public static Scenario OneCore { get; } = Original with { Name = "one core" };

    /// <summary>The original in a process that measures nothing else, as the partner of <see cref="OnCores"/> and <see cref="ServerCollection"/>.</summary>
    public static Scenario Alone { get; } = Original with { Name = "alone" };

    /// <summary>The original under the server garbage collector.</summary>
    public static Scenario ServerCollection { get; } = Original with { Name = "server collection" };

    /// <summary>
    /// Published mixes. YCSB's core workloads A, B, C and F, over Zipf-distributed keys (doi:10.1145/1807128.1807152). Of conc-map-bench, after libcuckoo's
    /// benchmark, ReadHeavy and Exchange: its inserts, removals and updates are all writes here, and keys are never removed. Its RapidGrow, which
    /// inserts keys without end, has no counterpart: how long an operation takes would follow from how long one has measured.
    /// </summary>
    public static IReadOnlyList<Scenario> Mixes { get; } =
    [
        Mix("YCSB A", OperationKind.ReadOrWrite, 0.5, KeyDistribution.Zipf),
        Mix("YCSB B", OperationKind.ReadOrWrite, 0.05, KeyDistribution.Zipf),
        Mix("YCSB C", OperationKind.Read, 0, KeyDistribution.Zipf),
        Mix("YCSB F", OperationKind.ReadOrAdd, 0.5, KeyDistribution.Zipf),
        Mix("ReadHeavy", OperationKind.ReadOrWrite, 0.02, KeyDistribution.Uniform),
        Mix("Exchange", OperationKind.ReadOrWrite, 0.9, KeyDistribution.Uniform),
    ];

    /// <summary>The original with so many of 110 workers writing.</summary>
    /// <param name="writers">From 0 to 110.</param>
    public static Scenario WithWriters(int writers) => writers == 10 ? Base : Original with
    {
        Name = writers == 1 ? "1 writer" : string.Create(CultureInfo.InvariantCulture, $"{writers} writers"),
        Roles =
        [
            .. writers < Workers ? [new Role("readers", OperationKind.Read, Workers - writers)] : Array.Empty<Role>(),
            .. writers > 0 ? [new Role("writers", OperationKind.Write, writers)] : Array.Empty<Role>(),
        ],
    };

    /// <summary>The original over so many keys.</summary>
    /// <param name="keys">1 or more.</param>
    public static Scenario OverKeys(int keys) => keys == Base.Keys.Count ? Base : Over(keys, KeyDistribution.Uniform);

    /// <summary>The original in a process that is bound to so many cores.</summary>
    /// <param name="cores">1 or more.</param>
    public static Scenario OnCores(int cores) => cores == 1 ? OneCore : Original with { Name = string.Create(CultureInfo.InvariantCulture, $"{cores} cores") };

    /// <summary>So many workers, each of which makes the original's mix. Few workers can't be split into its roles.</summary>
    /// <param name="workers">1 or more.</param>
    public static Scenario WithWorkers(int workers) => Original with
    {
        Name = workers == 1 ? "1 worker" : string.Create(CultureInfo.InvariantCulture, $"{workers} workers"),
        Roles = [new Role("callers", OperationKind.ReadOrWrite, workers, OriginalShare)],
    };

    private static Scenario Over(int keys, KeyDistribution distribution) => Original with
    {
        Name = keys == 1 ? "1 key" : string.Create(CultureInfo.InvariantCulture, $"{keys} keys"),
        Keys = new KeySpace(keys, Filled: keys >= SomeKeys, keys >= SomeKeys ? Opening : null, distribution),
    };

    private static Scenario Mix(string name, OperationKind operation, double writes, KeyDistribution distribution) => Over(SomeKeys, distribution) with
    {
        Name = name,
        Roles = [new Role("callers", operation, Workers, writes)],
    };
}
