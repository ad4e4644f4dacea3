using KeyedState.Results;
using KeyedState.Tests.Results.Latency;

namespace KeyedState.Tests.Results.Stores;

/// <summary>A made-up run of the stores suite: a lock and an owner in the process, a server, a database on the disk, and two limits.</summary>
internal static class StoresSamples
{
    private const int Rounds = 6;

    private static readonly StoredScenario OneCaller = new("one caller", [new("caller", "Write", 1)], 5, false, 5, 100, 1);
    private static readonly StoredScenario Original = new("Go by Example", [new("readers", "Read", 100), new("writers", "Write", 10)], 5, false, 5, 100, 1);

    public static StoredStoresRun Run() => new()
    {
        Schema = StoredStoresRun.CurrentSchema,
        Started = new DateTimeOffset(2026, 4, 1, 12, 0, 0, TimeSpan.Zero),
        OrderSeed = 1,
        Quotable = true,
        PlannedRounds = Rounds,
        Machine = SampleRun.Machine,
        Cards = SampleCard.Both,
        Source = SampleRun.Of().Source,
        FileSystem = "ext4",
        Placement = new(Cores.All, new Dictionary<string, string> { ["DOTNET_TieredCompilation"] = "0" }, StoredLifetime.Launch),
        Protocol = new(600, 900, 150, 20, new(Original.Name, 10_000, 100, 300)),
        Scenarios = [OneCaller, Original],
        Stores =
        [
            new(SampleRun.State("Lock", "Lock", "Lock", "AtOnce"), null),
            new(SampleRun.State("TaskCompletionSourceChannelOwner", "TaskCompletionSource owner", "ChannelOwner", "Asynchronous"), null),
            new(SampleRun.State("Server", "Server | remote", "Store", "Asynchronous"), new(false, false, false, "any process that reaches its port", "the server has it", "no log", Limit: "LoopbackEcho")),
            new(SampleRun.State("Database", "Database", "Store", "AtOnce"), new(true, true, true, "processes of this machine", "the disk has it", "flushed", Limit: "Flush")),
            new(SampleRun.State("LoopbackEcho", "Echo", "Limit", "Asynchronous"), null),
            new(SampleRun.State("Flush", "Write through to the disk", "Limit", "AtOnce"), null),
        ],
        Absent = new SortedDictionary<string, string> { ["Redis"] = "redis-server is not installed. Debian: sudo apt-get install redis-server." },
        Launches =
        [
            .. Enumerable.Range(0, Rounds).SelectMany(round => new[]
            {
                Launch("Lock", round, 50, 2e7, engine: null) with { Open = Open(round, 30_000) },
                Launch("TaskCompletionSourceChannelOwner", round, 2_000, 3e6, engine: null) with { Open = Open(round, 40_000) },
                Launch("Server", round, 60_000, 150_000, engine: 0.5) with { Open = Open(round, 80_000), Points = [Point(1, 1, 16_000 + round), Point(110, 1, 150_000 + round), Point(1, 100, 80_000 + round)], Tool = [new(1, 1, 20_000 + round), new(1, 100, 800_000), new(110, 1, 40_000)] },
                Launch("Database", round, 900_000, 9_000, engine: null) with { Open = Overloaded },
                Launch("LoopbackEcho", round, 40_000, 400_000, engine: 0.4) with { Open = round == 0 ? Overloaded : Open(round, 60_000) },
                Launch("Flush", round, 700_000, null, engine: null),
            }),
        ],
        Failures = [new("Left", null, "Left failed at its check: it is wrong")],
    };

    private static StoredStoreLaunch Launch(string state, int round, long write, double? rate, double? engine) => new(state, round,
    [
        Loop(OneCaller, write + (round * 10), 1e9 / write, engine),
        .. rate is { } all ? [Loop(Original, write * 2, all * (1 + (0.01 * round)), engine)] : Array.Empty<StoredStoreLoop>(),
    ]);

    private static StoredOpenLoop Overloaded { get; } = new(10_000, Scheduled: 3_000, Served: 2_600, Answered: 2_700, Growth: 400);

    private static StoredOpenLoop Open(int round, long time) => new(
        10_000, Scheduled: 3_000, Served: 3_000, Answered: 3_000, Growth: 0, Response: [Times(2_727, time + (round * 100)), Times(273, 3 * time)], Service: Times(3_000, time / 2));

    private static string Times(int count, long time) => LatencySamples.Histogram(Enumerable.Range(0, count).Select(index => time * (index % 50 == 0 ? 4 : 1))).ToText();

    private static StoredStorePoint Point(int callers, int depth, double rate) => new(callers, depth, (long)(rate * 0.5), 0.5, 0.4, 0.3);

    private static StoredStoreLoop Loop(StoredScenario scenario, long time, double rate, double? engine) => new(
        scenario.Name,
        new(0.5, 0.1, true, [.. scenario.Roles.Select((_, role) => new StoredClosedRole(
            (long)(rate * 0.5 / scenario.Roles.Count), 0.99, 0.9, 1e7, 4, LatencySamples.Histogram(Enumerable.Range(0, 2_000).Select(index => (time * (role + 1)) + (index % 100))).ToText()))]),
        ClientSeconds: 0.8,
        ClientBytes: 300 * rate * 0.5,
        engine);
}
