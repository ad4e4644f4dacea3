using KeyedState.Results;

namespace KeyedState.Tests.Results.Compound;

/// <summary>A made-up run of the compound suite: a lock, an owner that is slower at all but transfers, a semaphore for each key, and tasks that only wait.</summary>
internal static class CompoundSamples
{
    private const int Rounds = 6;

    private static readonly double[] Iterations = [1.0, 0.9, 1.3];

    private static readonly StoredScenario[] Scenarios =
    [
        Scenario("all write", 5, ("writers", "Write", 110)),
        Scenario("all add", 5, ("adders", "Add", 110)),
        Scenario("all transfer", 5, ("movers", "Transfer", 110)),
        Scenario("ledger", 5, ("readers", "Snapshot", 100), ("movers", "Transfer", 10)),
        Scenario("spread update, 1 ms", 100_000, ("updaters", "UpdatePausing", 109), ("bystander", "WriteApart", 1)),
    ];

    public static StoredSeriesRun Run() => new()
    {
        Schema = StoredSeriesRun.CurrentSchema,
        Started = new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero),
        OrderSeed = 1,
        Quotable = true,
        PlannedRounds = Rounds,
        Machine = SampleRun.Of().Machine,
        Cards = SampleCard.Both,
        Source = SampleRun.Of().Source,
        Looks = SampleRun.Of().Looks,
        Scenarios = Scenarios,
        States =
        [
            new(SampleRun.State("Empty", "Empty state", "Limit", "AtOnce"), null),
            new(SampleRun.State("Lock", "Lock", "Lock", "AtOnce"), 31),
            new(SampleRun.State("Owner", "Plain owner", "ChannelOwner", "Asynchronous"), 32.4),
            new(SampleRun.State("SemaphorePerKey", "Semaphore a key", "Lock", "AtOnceWhenFree"), 250),
        ],
        Capabilities =
        [
            new("Lock", "Lock", ["Add", "Transfer", "Snapshot"], new Dictionary<string, string> { ["ExclusiveUpdate"] = "a lock can't be held across an await" }, null),
            new("Owner", "Plain owner", ["Add", "Transfer", "Snapshot"], new Dictionary<string, string>(), null),
            new("SemaphorePerKey", "Semaphore a key", ["Add", "ExclusiveUpdate"], new Dictionary<string, string> { ["Transfer"] = "two | waits" }, "GoesOn"),
            new("Unmeasured", "Unmeasured", ["Add"], new Dictionary<string, string>(), null),
        ],
        Creations = [new("Check, then create", [12.5, 13, 12, 12.25, 14, 12], KeepsFailure: false), new("Dictionary of Lazy<Task>", [1, 1, 1, 1, 1, 1], KeepsFailure: true)],
        Series =
        [
            .. Look.All.SelectMany(look => Enumerable.Range(0, Rounds).SelectMany(round => new[]
            {
                Series("Empty", look, round, "all write", 4, 0),
                Series("Lock", look, round, "all write", 20, 0),
                Series("Lock", look, round, "all add", 21, 0) with { Retries = [500, 400, 600] },
                Series("Lock", look, round, "all transfer", 80, 0),
                Series("Lock", look, round, "ledger", 60, 0),
                Series("Owner", look, round, "all write", 50, 240),
                Series("Owner", look, round, "all add", 51, 240),
                Series("Owner", look, round, "all transfer", 55, 300.25),
                Series("Owner", look, round, "ledger", 90, 300),
            })),
            .. Enumerable.Range(0, Rounds).SelectMany(round => new[]
            {
                Series("Empty", Look.AllCores, round, "spread update, 1 ms", 10_000, 0, apart: 100),
                Series("SemaphorePerKey", Look.AllCores, round, "spread update, 1 ms", 10_500, 800, apart: 2_000),
                Series("Owner", Look.AllCores, round, "spread update, 1 ms", 1_100_000, 300, apart: 2.5e8),
            }),
        ],
        Failures = [new("Left", Look.OneCore, "Left failed at Series of Left: it is wrong")],
    };

    /// <summary>Three iterations of a thousand operations, a little slower from round to round.</summary>
    public static StoredSeries Series(string state, Look look, int round, string scenario, double nanoseconds, double bytes, double? apart = null)
    {
        double[] times = [.. Iterations.Select(factor => 1_000 * nanoseconds * factor * (1 + (round / 100.0)))];
        return new(state, look, round, scenario, 1_000, times, [.. times.Select(_ => 1_000 * bytes)], apart is { } time ? [time, time, 2 * time] : null);
    }

    private static StoredScenario Scenario(string name, int keys, params (string Name, string Operation, int Workers)[] roles) =>
        new(name, [.. roles.Select(role => new StoredRole(role.Name, role.Operation, role.Workers))], keys, KeysFilled: true, keys, Values: 100, Seed: 1);
}
