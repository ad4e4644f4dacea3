using KeyedState.Results;

namespace KeyedState.Tests.Results.Matrix;

/// <summary>A made-up run of the matrix: a map that is fast while few write, a lock that does not mind, and an owner that many callers make faster.</summary>
internal static class MatrixSamples
{
    private const int Rounds = 6;

    private static readonly double[] Iterations = [1.0, 0.9, 1.3];
    private static readonly string[] LeftOut = ["one key", "some keys", "many keys", "one core", "server collection"];

    public static StoredAxis Writes { get; } = new("share of writes", "writes", AxisScale.Linear, " %",
        [new("0 %", 0, "none"), new("10 %", 10, "Go by Example"), new("50 %", 50, "half"), new("100 %", 100, "all")]);

    public static StoredAxis Keys { get; } = new("keys", "keys", AxisScale.Logarithmic, " keys",
        [new("1", 1, "one key"), new("100", 100, "some keys"), new("10,000", 10_000, "many keys")]);

    public static StoredAxis Cores { get; } = new("cores", "cores", AxisScale.Logarithmic, " cores", [new("1", 1, "one core"), new("2", 2, "Go by Example")]);

    public static StoredAxis Collector { get; } = new("garbage collector", "collector", AxisScale.Named, "", [new("workstation", 0, "Go by Example"), new("server", 1, "server collection")]);

    /// <summary>The nanoseconds of an operation, by state and scenario.</summary>
    private static readonly (string State, string Scenario, double Nanoseconds)[] Times =
    [
        ("Map", "none", 5), ("Map", "Go by Example", 10), ("Map", "half", 40), ("Map", "all", 80),
        ("Lock", "none", 20), ("Lock", "Go by Example", 20), ("Lock", "half", 20), ("Lock", "all", 20),
        ("Owner", "none", 200), ("Owner", "Go by Example", 200), ("Owner", "half", 200), ("Owner", "all", 200),
        ("Map", "one key", 40), ("Map", "some keys", 10), ("Map", "many keys", 10),
        ("Lock", "one key", 20), ("Lock", "some keys", 20), ("Lock", "many keys", 22),
        ("Owner", "one key", 200), ("Owner", "some keys", 200),
        ("Map", "one core", 12), ("Lock", "one core", 18), ("Owner", "one core", 100),
        ("Map", "server collection", 10), ("Lock", "server collection", 20), ("Owner", "server collection", 150),
        ("Empty", "none", 2), ("Empty", "Go by Example", 2), ("Empty", "half", 2), ("Empty", "all", 2),
    ];

    public static StoredSeriesRun Run() => new()
    {
        Schema = StoredSeriesRun.CurrentSchema,
        Suite = "matrix",
        Started = new DateTimeOffset(2026, 4, 1, 12, 0, 0, TimeSpan.Zero),
        OrderSeed = 1,
        Quotable = true,
        PlannedRounds = Rounds,
        Machine = SampleRun.Of().Machine,
        Cards = SampleCard.Both,
        Source = SampleRun.Of().Source,
        Looks = SampleRun.Of().Looks,
        Scenarios = [.. Times.Select(time => time.Scenario).Distinct().Select(Scenario)],
        States =
        [
            new(SampleRun.State("Empty", "Empty state", "Limit", "AtOnce"), null),
            new(SampleRun.State("Map", "Concurrent map", "Dictionary", "AtOnce"), 60),
            new(SampleRun.State("Lock", "Lock | one", "Lock", "AtOnce"), 31),
            new(SampleRun.State("Owner", "Plain owner", "ChannelOwner", "Asynchronous"), 32.4),
        ],
        Capabilities = [],
        Axes = [Writes, Keys, Cores, Collector],
        Absences =
        [
            new("Owner", "many keys", "a million keys would take 2 GB of memory, at 2000 bytes each"),
            .. LeftOut.Select(scenario => new StoredAbsence("Empty", scenario, "it was left out")),
        ],
        Series = [.. Enumerable.Range(0, Rounds).SelectMany(round => Times.Select(time => Series(time.State, round, time.Scenario, time.Nanoseconds)))],
        Failures = [],
    };

    /// <summary>The run with the times of a state in a scenario changed.</summary>
    public static StoredSeriesRun With(string state, string scenario, Func<int, double> nanoseconds)
    {
        var run = Run();
        return run with { Series = [.. run.Series.Select(one => one.State == state && one.Scenario == scenario ? Series(state, one.Round, scenario, nanoseconds(one.Round)) : one)] };
    }

    // A launch that is slower is so for all states.
    private static StoredSeries Series(string state, int round, string scenario, double nanoseconds) => new(
        state, scenario == "one core" ? Look.OneCore : Look.AllCores, round, scenario, 1_000, [.. Iterations.Select(factor => 1_000 * nanoseconds * factor * (1 + (round / 50.0)))], [0, 0, 0]);

    private static StoredScenario Scenario(string name) => new(
        name, [new StoredRole("callers", "ReadOrWrite", 110, 0.1)], name == "many keys" ? 10_000 : 5, KeysFilled: false, 5, Values: 100, Seed: 1);
}
