using KeyedState.Results;

namespace KeyedState.Tests.Results;

/// <summary>A small run whose figures are made up by a rule, so that every test knows what must come out.</summary>
internal static class SampleRun
{
    /// <summary>The operations of every iteration.</summary>
    public const int Operations = 10_000_000;

    public static StoredMachine Machine { get; } =
        new("test-machine", "Test Processor", "family 1", 2, "Test OS 1.0", "X64", ".NET 10.0.12", "Concurrent Workstation");

    public static StoredScenario Scenario { get; } =
        new("100x10", [new("readers", "read", 100), new("writers", "write", 10)], Keys: 5, KeysFilled: false, DistinctKeys: 5, Values: 100, Seed: 7);

    /// <summary>Nine states of all promises and eight launches of each in both looks.</summary>
    public static StoredRun Headline() => Of(
        State("AsynchronousFloor", "Asynchronous floor", "Limit", "Asynchronous"),
        State("Empty", "Empty state", "Limit", "AtOnce"),
        State("InlineOwner", "Inline owner", "ChannelOwner", "Inline", "StopsEveryone"),
        State("LeaseOwner", "Lease owner", "ChannelOwner", "Asynchronous", "DelaysOthers"),
        State("RendezvousOwner", "Rendezvous owner", "ChannelOwner", "Asynchronous"),
        State("TaskCompletionSourceChannelOwner", "TaskCompletionSource owner", "ChannelOwner", "Asynchronous"),
        State("ConcurrentDictionary", "ConcurrentDictionary", "Dictionary", "AtOnce"),
        State("Lock", "Lock", "Lock", "AtOnce"),
        State("ReaderWriterLock", "ReaderWriterLockSlim", "Lock", "AtOnce"));

    /// <summary>A run of these states, each a tenth slower than the one before; on one core each scatters by itself, on all they slow down together.</summary>
    public static StoredRun Of(params StoredState[] states) => new()
    {
        Schema = StoredRun.CurrentSchema,
        Suite = "headline",
        Started = new DateTimeOffset(2026, 1, 31, 12, 30, 15, TimeSpan.Zero),
        Quotable = true,
        OrderSeed = 42,
        PlannedLaunches = states.Length * 16,
        Machine = Machine,
        Cards = SampleCard.Both,
        Source = new("0123456789abcdef0123456789abcdef01234567", false, new Dictionary<string, string> { ["Perfolizer"] = "0.6.1", ["BenchmarkDotNet"] = "0.15.8" }),
        PlannedSeconds = 480,
        BudgetSeconds = 600,
        HarnessScaling = new([400e6, 410e6, 420e6], [700e6, 697e6]),
        Scenario = Scenario,
        Metrics = StoredMetric.AllOf(Scenario),
        Looks =
        [
            new(Look.OneCore, new(Cores.One, new Dictionary<string, string> { ["DOTNET_TieredCompilation"] = "0" }, StoredLifetime.Iteration), new("fixed work", 6, 20, 25), 8, null, Core: 1),
            new(Look.AllCores, new(Cores.All, new Dictionary<string, string>(), StoredLifetime.Launch), new("fixed work", 6, 25, 25), 8, null),
        ],
        States = states,
        Launches =
        [
            .. from round in Enumerable.Range(0, 8)
               from look in Look.All
               from place in Enumerable.Range(0, states.Length)
               select Launch(states[place].Name, look, round, Price(states[place], place) * (look == Look.OneCore ? 1 + (0.001 * ((round + place) % 8)) : 0.5 + (0.01 * round))),
        ],
        Failures = [],
    };

    public static StoredState State(string name, string title, string family, string replies, string blockingCaller = "DelaysNobody") =>
        new(name, title, family, replies, blockingCaller, true, $"How {title} works", null, false, family == "Limit" ? 0 : 100_000);

    /// <summary>A launch of six equal iterations that take this many nanoseconds for each operation.</summary>
    public static StoredLaunch Launch(string state, Look look, int round, double nanosecondsPerOperation) => new(
        state,
        look,
        round,
        Operations,
        RunLength: 50,
        LaunchNote.Blank with
        {
            WarmupSeconds = 1.5,
            CompilerQuiet = true,
            ProcessorCount = look == Look.OneCore ? 1 : 2,
            ThreadMasks = look == Look.OneCore ? ["1"] : ["3"],
            PeakPoolThreads = 2 + round,
            Observations =
            [
                Same(Metric.Time, nanosecondsPerOperation * Operations),
                Same(Metric.EndOf("readers"), nanosecondsPerOperation * Operations),
                Same(Metric.EndOf("writers"), nanosecondsPerOperation * Operations * 0.9),
                Same(Metric.Allocated, state == "TaskCompletionSourceChannelOwner" ? 248.0 * Operations : 0),
                new(Metric.Gen0.Name, state == "TaskCompletionSourceChannelOwner" ? [1, 0, 1, 0, 1, 0] : [0, 0, 0, 0, 0, 0]),
                Same(Metric.WorkItems, 0.1 * Operations),
                Same(Metric.Paused, 0),
            ],
        });

    /// <summary>The same launch with other values of a metric.</summary>
    public static StoredLaunch With(this StoredLaunch launch, Metric metric, params IEnumerable<double> values) => launch with
    {
        Note = launch.Note with
        {
            Observations = [.. launch.Note.Observations.Select(one => one.Metric == metric.Name ? one with { Values = [.. values] } : one)],
        },
    };

    /// <summary>The same launch with the round trips of a cache line around its iterations, in nanoseconds.</summary>
    public static StoredLaunch WithCores(this StoredLaunch launch, IReadOnlyList<double> before, IReadOnlyList<double> after) => launch with
    {
        Note = launch.Note with
        {
            Observations = [.. launch.Note.Observations, new(Metric.CoresBefore.Name, before), new(Metric.CoresAfter.Name, after)],
        },
    };

    /// <summary>The same launch with the pace of its core, the same before and after each iteration, in nanoseconds for a step.</summary>
    public static StoredLaunch WithPace(this StoredLaunch launch, IReadOnlyList<double> pace) => launch with
    {
        Note = launch.Note with
        {
            Observations = [.. launch.Note.Observations, new(Metric.PaceBefore.Name, pace), new(Metric.PaceAfter.Name, pace)],
        },
    };

    /// <summary>The same launch with another total of a counter, all of it in the first iteration.</summary>
    public static StoredLaunch WithTotal(this StoredLaunch launch, Metric counter, double total) =>
        launch.With(counter, launch.Note.Of(counter).Select((_, iteration) => iteration == 0 ? total : 0));

    /// <summary>The same launch with every time changed.</summary>
    public static StoredLaunch WithTimes(this StoredLaunch launch, Func<double, double> change) =>
        new[] { Metric.Time, Metric.EndOf("readers"), Metric.EndOf("writers") }
            .Aggregate(launch, (changed, metric) => changed.With(metric, launch.Note.Of(metric).Select(change)));

    /// <summary>The same run after a change to each of its launches.</summary>
    public static StoredRun WithLaunches(this StoredRun run, Func<StoredLaunch, StoredLaunch> change) =>
        run with { Launches = [.. run.Launches.Select(change)] };

    /// <summary>The same run without some of its launches, as if they had not been planned.</summary>
    public static StoredRun Without(this StoredRun run, Func<StoredLaunch, bool> dropped)
    {
        var kept = run.Launches.Where(launch => !dropped(launch)).ToArray();
        return run with { Launches = kept, PlannedLaunches = kept.Length };
    }

    private static Observation Same(Metric metric, double value) => new(metric.Name, [.. Enumerable.Repeat(value, 6)]);

    private static double Price(StoredState state, int place) => state.Name switch
    {
        "Empty" => 4,
        "AsynchronousFloor" => 50,
        _ => (state.Replies is "AtOnce" or "AtOnceWhenFree" ? 10 : 60) * (1 + (0.1 * place)),
    };
}
