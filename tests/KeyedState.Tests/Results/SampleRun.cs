using KeyedState.Results;

namespace KeyedState.Tests.Results;

/// <summary>A small run whose figures are made up by a rule, so that every test knows what must come out.</summary>
internal static class SampleRun
{
    private const int Operations = 1000;

    public static StoredMachine Machine { get; } =
        new("test-machine", "Test Processor", "family 1", 2, "Test OS 1.0", "X64", ".NET 10.0.12", "Concurrent Workstation");

    /// <summary>Nine states of all promises and eight launches of each in both looks.</summary>
    public static StoredRun Headline() => Of(
        State("AsynchronousFloor", "Asynchronous floor", "Limit", "Asynchronous"),
        State("Empty", "Empty state", "Limit", "AtOnce"),
        State("InlineOwner", "Inline owner", "ChannelOwner", "Inline"),
        State("LeaseOwner", "Lease owner", "ChannelOwner", "Asynchronous"),
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
        Source = new("0123456789abcdef0123456789abcdef01234567", false, new Dictionary<string, string> { ["Perfolizer"] = "0.6.1", ["BenchmarkDotNet"] = "0.15.8" }),
        Workload = new("100x10", 100, 10, 5, 100, 7),
        Looks =
        [
            new(Look.OneCore, 8, ["affinity 1", "DOTNET_TieredCompilation=0"], null),
            new(Look.AllCores, 8, ["the runtime's defaults"], null),
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

    public static StoredState State(string name, string title, string family, string replies) =>
        new(name, title, family, replies, "DelaysNobody", true, $"How {title} works", Operations, family == "Limit" ? 0 : 100_000);

    /// <summary>A launch of six equal invocations that take this many nanoseconds for each operation.</summary>
    public static StoredLaunch Launch(string state, Look look, int round, double nanosecondsPerOperation) => new()
    {
        State = state,
        Look = look,
        Round = round,
        Nanoseconds = [.. Enumerable.Repeat(nanosecondsPerOperation * Operations, 6)],
        ReadersEnd = [.. Enumerable.Repeat(nanosecondsPerOperation * Operations, 6)],
        WritersEnd = [.. Enumerable.Repeat(nanosecondsPerOperation * Operations * 0.9, 6)],
        CountedOperations = 6 * Operations,
        AllocatedBytes = state == "TaskCompletionSourceChannelOwner" ? 248 * 6 * Operations : 0,
        Collections = [state == "TaskCompletionSourceChannelOwner" ? 3 : 0, 0, 0],
        CompletedWorkItems = 600,
        LockContentions = 0,
        PeakPoolThreads = 2 + round,
        ProcessorCount = look == Look.OneCore ? 1 : 2,
        ThreadMasks = look == Look.OneCore ? ["1"] : ["3"],
        WarmupSeconds = 1.5,
        CompilerQuiet = true,
    };

    /// <summary>The same run after a change to each of its launches.</summary>
    public static StoredRun WithLaunches(this StoredRun run, Func<StoredLaunch, StoredLaunch> change) =>
        run with { Launches = [.. run.Launches.Select(change)] };

    /// <summary>The same run without some of its launches, as if they had not been planned.</summary>
    public static StoredRun Without(this StoredRun run, Func<StoredLaunch, bool> dropped)
    {
        var kept = run.Launches.Where(launch => !dropped(launch)).ToArray();
        return run with { Launches = kept, PlannedLaunches = kept.Length };
    }

    private static double Price(StoredState state, int place) => state.Name switch
    {
        "Empty" => 4,
        "AsynchronousFloor" => 50,
        _ => (state.Replies is "AtOnce" or "AtOnceWhenFree" ? 10 : 60) * (1 + (0.1 * place)),
    };
}
