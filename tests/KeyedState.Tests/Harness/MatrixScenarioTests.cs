using KeyedState.Harness;

namespace KeyedState.Tests.Harness;

public sealed class MatrixScenarioTests
{
    private static readonly TimeSpan Ample = TimeSpan.FromMinutes(1);
    private static readonly FixedWork Little = new(OperationsPerWorker: 200, RunLength: 7);

    private static readonly Scenario[] All =
    [
        .. MatrixScenarios.Writers.Select(MatrixScenarios.WithWriters),
        .. MatrixScenarios.KeyCounts.Select(MatrixScenarios.OverKeys),
        .. MatrixScenarios.WorkerCounts.Select(MatrixScenarios.WithWorkers),
        MatrixScenarios.AllAlike,
        MatrixScenarios.Zipf,
        MatrixScenarios.HotKey,
        MatrixScenarios.OwnThreads,
        .. MatrixScenarios.Mixes,
    ];

    public static TheoryData<string> Names => new(All.Select(scenario => scenario.Name));

    [Theory]
    [MemberData(nameof(Names))]
    public void Scenario_AsText_ReadsBackAsItWas(string name)
    {
        var scenario = All.Single(scenario => scenario.Name == name);
        var plan = new LaunchPlan(scenario, Little, WarmupPlan.Untiered, StateLifetime.Launch);

        var read = LaunchPlan.Parse(plan.ToString());

        Assert.Equal(plan.ToString(), read.ToString());
        Assert.Equal(scenario.Keys, read.Scenario.Keys);
        Assert.Equal(scenario.Roles, read.Scenario.Roles);
        Assert.Equal(scenario.OwnThreads, read.Scenario.OwnThreads);
    }

    [Theory]
    [InlineData("callers/ReadOrWrite/110/0.5", "callers/ReadOrWrite/110/1.5")]
    [InlineData("callers/ReadOrWrite/110/0.5", "callers/ReadOrWrite/110")]
    [InlineData("drawn=Zipf", "drawn=Often")]
    public void Parse_MixThatCannotBe_IsRefused(string field, string broken)
    {
        var text = new LaunchPlan(MatrixScenarios.Mixes[0], Little, WarmupPlan.None, StateLifetime.Launch).ToString();
        Assert.Contains(field, text, StringComparison.Ordinal);

        Assert.Throws<FormatException>(() => LaunchPlan.Parse(text.Replace(field, broken, StringComparison.Ordinal)));
    }

    // Whether the state answers at once, never, or now and then, the callers make the same calls.
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    public void Release_Mix_WritesAsOftenAsItSays(int everyWhich)
    {
        var state = new RecordingState(call => everyWhich > 0 && call % everyWhich == 0);

        Drive(state, MatrixScenarios.WithWorkers(110), Little);

        Assert.Equal(110 * 200, state.Calls.Count);

        // 2,000 of 22,000 expected, give or take four standard deviations; the seed is fixed.
        Assert.InRange(state.Calls.Count(call => call.Item1 == OperationKind.Write), 2_000 - 171, 2_000 + 171);
    }

    [Fact]
    public void Release_MixThatAlwaysWrites_NeverReads()
    {
        var state = new ScriptedState(_ => new(1));

        Drive(state, MatrixScenarios.WithWorkers(2) with { Roles = [new("callers", OperationKind.ReadOrWrite, 2, 1)] }, Little);

        Assert.Equal((0, 400), (state.Reads, state.Writes));
    }

    [Fact]
    public void Release_WriteThatFailsLater_Throws()
    {
        var scenario = MatrixScenarios.WithWorkers(2) with { Roles = [new("callers", OperationKind.ReadOrWrite, 2, 1)] };

        Assert.Equal("late", Assert.Throws<InvalidOperationException>(() => Drive(new LateFailureState(), scenario, Little)).Message);
    }

    [Fact]
    public void Release_CallersWithThreadsOfTheirOwn_GoOnThereAfterAWait()
    {
        var state = new ThreadNotingState();

        Drive(state, MatrixScenarios.OwnThreads, new FixedWork(5, 1));

        Assert.Equal(110, state.Threads.Count);
        Assert.DoesNotContain(true, state.Threads.Values);
    }

    [Fact]
    public void Driver_OperationThatDrawsAllKeysAlike_IsRefusedOverOthers() => Assert.Throws<InvalidOperationException>(() => new FixedWorkDriver(
        "Lock", new LockState(), CompoundScenarios.AllTransfer with { Keys = new KeySpace(5, Distribution: KeyDistribution.Zipf) }, Ample));

    [Theory]
    [InlineData(1, 128)]
    [InlineData(110, 128)]
    [InlineData(1_000, 14)]
    [InlineData(100_000, 1)]
    public void FirstOf_ManyWorkers_IsLessForEach(int workers, int operations) =>
        Assert.Equal(operations, FixedWork.FirstOf(MatrixScenarios.WithWorkers(workers)).OperationsPerWorker);

    private static void Drive(IKeyedState state, Scenario scenario, FixedWork work)
    {
        var driver = new FixedWorkDriver("Made up", state, scenario, Ample);
        driver.Park(work);
        driver.Release();
    }

    private sealed class LateFailureState : IKeyedState
    {
        public ValueTask<int> ReadAsync(int key) => new(0);

        public async ValueTask WriteAsync(int key, int value)
        {
            await Task.Yield();
            throw new InvalidOperationException("late");
        }

        public ValueTask DisposeAsync() => default;
    }

    /// <summary>Notes which threads call, and whether they are the pool's; nobody is answered at once.</summary>
    private sealed class ThreadNotingState : IKeyedState
    {
        public System.Collections.Concurrent.ConcurrentDictionary<int, bool> Threads { get; } = new();

        public ValueTask<int> ReadAsync(int key)
        {
            Threads[Environment.CurrentManagedThreadId] = Thread.CurrentThread.IsThreadPoolThread;
            return new(Task.Run(() => 0));
        }

        public ValueTask WriteAsync(int key, int value)
        {
            Threads[Environment.CurrentManagedThreadId] = Thread.CurrentThread.IsThreadPoolThread;
            return new(Task.Run(() => { }));
        }

        public ValueTask DisposeAsync() => default;
    }
}
