using System.Globalization;
using KeyedState.Benchmarks.Suites.Series;
using KeyedState.Harness;
using KeyedState.Results;

namespace KeyedState.Benchmarks.Suites.Matrix;

/// <summary>The suite that changes the original's workload along one axis at a time.</summary>
internal static class MatrixSuite
{
    /// <summary>The suite's name.</summary>
    public const string Name = "matrix";

    private const double Milliseconds = 20;
    private const int Iterations = 2;
    private const int ManyKeys = 1_000_000;
    private const double MostBytes = 1 << 30;

    private static readonly TimeSpan Usual = TimeSpan.FromMinutes(19.5);

    // For six launches of twelve states, each of which measures one point.
    private static readonly TimeSpan OfMoreCores = TimeSpan.FromMinutes(1);

    private static readonly Placement Cores = Placement.QuietCores with { Lifetime = StateLifetime.Launch };

    /// <summary>All cores, and what is no question of the process's settings.</summary>
    public static SeriesLook AllCores { get; } = Of(Look.AllCores, Cores,
    [
        MatrixScenarios.Base,
        .. MatrixScenarios.Writers.Select(MatrixScenarios.WithWriters),
        .. MatrixScenarios.KeyCounts.Select(MatrixScenarios.OverKeys),
        MatrixScenarios.AllAlike,
        MatrixScenarios.Zipf,
        MatrixScenarios.HotKey,
        .. MatrixScenarios.WorkerCounts.Select(MatrixScenarios.WithWorkers),
        MatrixScenarios.OwnThreads,
        .. MatrixScenarios.Mixes,
    ]);

    /// <summary>All cores, in a process that measures nothing else: what the looks after it, which do so too, are held against.</summary>
    public static SeriesLook Alone { get; } = Of(Look.AllCores, Cores, [MatrixScenarios.Alone]) with { Title = "all cores, alone" };

    /// <summary>One core.</summary>
    public static SeriesLook OneCore { get; } = Of(Look.OneCore, Cores with { Cores = 1 }, [MatrixScenarios.OneCore]);

    /// <summary>All cores under the garbage collector of servers.</summary>
    public static SeriesLook ServerCollection { get; } = Of(
        Look.AllCores,
        Cores with { RuntimeSettings = Cores.RuntimeSettings.Append(new("DOTNET_gcServer", "1")).ToDictionary() },
        [MatrixScenarios.ServerCollection]) with
    {
        Title = "all cores, server collection",
    };

    /// <summary>The suite on this machine.</summary>
    public static SeriesSuite Suite { get; } = On(Environment.ProcessorCount);

    /// <summary>The suite on a machine of so many cores.</summary>
    /// <param name="cores">1 or more.</param>
    internal static SeriesSuite On(int cores) => On(cores, [AllCores, Alone, OneCore, .. Between(cores).Select(OnCores), ServerCollection]);

    private static SeriesSuite On(int cores, SeriesLook[] looks) => new(Name, looks, Rounds: 6, Usual + (Between(cores).Count() * OfMoreCores), [.. looks.SelectMany(look => look.Scenarios)])
    {
        Axes =
        [
            new("share of writes", "writes", AxisScale.Linear, " %",
                [.. MatrixScenarios.Writers.Append(10).Order().Select(writers => Point(Percent(writers / 110.0), 100 * writers / 110.0, MatrixScenarios.WithWriters(writers)))]),
            new("keys", "keys", AxisScale.Logarithmic, " keys",
                [.. MatrixScenarios.KeyCounts.Append(5).Order().Select(keys => Point(Number(keys), keys, MatrixScenarios.OverKeys(keys)))]),
            new("popularity of keys", "skew", AxisScale.Ordered, "",
                [Point("all alike", 0, MatrixScenarios.AllAlike), Point("Zipf 0.99", 1, MatrixScenarios.Zipf), Point("one hot key", 2, MatrixScenarios.HotKey)]),
            new("callers", "callers", AxisScale.Logarithmic, " callers",
                [.. MatrixScenarios.WorkerCounts.Select(workers => Point(Number(workers), workers, MatrixScenarios.WithWorkers(workers)))]),
            new("cores", "cores", AxisScale.Logarithmic, " cores", CorePoints(cores)),
            new("tasks or threads", "threads", AxisScale.Named, "",
                [Point("110 tasks", 0, MatrixScenarios.Base), Point("110 threads", 1, MatrixScenarios.OwnThreads)]),
            new("garbage collector", "collector", AxisScale.Named, "",
                [Point("workstation", 0, MatrixScenarios.Alone), Point("server", 1, MatrixScenarios.ServerCollection)]),
            new("published mixes", "mixes", AxisScale.Named, "",
                [.. MatrixScenarios.Mixes.Select((mix, place) => Point(mix.Name, place, mix))]),
        ],
        WhyTooLarge = WhyTooLarge,
    };

    private static SeriesLook Of(Look look, Placement placement, IReadOnlyList<Scenario> scenarios) => new(look, placement, SeriesLook.WindowOf(Milliseconds), Iterations, scenarios);

    // What can't be known is not tried: such a state could need minutes or all memory for its first point.
    private static string? WhyTooLarge(Scenario scenario, KeyMemory memory) =>
        scenario.Keys.Count < ManyKeys ? null
        : memory.BytesPerKey is not { } bytes ? $"how much memory a key takes is not known, so a million were not tried: {memory.NotKnownBecause}"
        : bytes * scenario.Keys.Count > MostBytes ? string.Create(CultureInfo.InvariantCulture, $"a million keys would take {bytes / 1000:0.#} GB of memory, at {bytes:0} bytes each")
        : null;

    private static SeriesLook OnCores(int cores) => Of(Look.AllCores, Cores with { Cores = cores }, [MatrixScenarios.OnCores(cores)]) with
    {
        Title = string.Create(CultureInfo.InvariantCulture, $"{cores} cores"),
    };

    /// <summary>The numbers of cores between one and all: 2, 4, 8 and so on.</summary>
    private static IEnumerable<int> Between(int cores) => Enumerable.Range(1, 30).Select(doublings => 1 << doublings).TakeWhile(count => count < cores);

    // One core alone is all of them, and has no other to be held against.
    private static IReadOnlyList<StoredPoint> CorePoints(int cores) =>
    [
        .. Between(cores).Prepend(1).Select(count => Point(Number(count), count, MatrixScenarios.OnCores(count))),
        .. cores > 1 ? [Point(Number(cores), cores, MatrixScenarios.Alone)] : Array.Empty<StoredPoint>(),
    ];

    private static StoredPoint Point(string label, double at, Scenario scenario) => new(label, at, scenario.Name);

    private static string Number(int number) => number.ToString("#,0", CultureInfo.InvariantCulture);

    private static string Percent(double share) => share is > 0 and < 0.1 ? string.Create(CultureInfo.InvariantCulture, $"{100 * share:0.0} %") : string.Create(CultureInfo.InvariantCulture, $"{100 * share:0} %");
}
