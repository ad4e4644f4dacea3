using KeyedState.Harness;
using KeyedState.Tests.Contract;

namespace KeyedState.Tests.Harness;

/// <summary>Undisturbed, because an iteration's allocations are those of the whole process.</summary>
[Collection(nameof(Undisturbed))]
public sealed class StateLaunchTests
{
    private static readonly LaunchPlan OneState = new(Scenario.GoByExample, FixedWork.Small, WarmupPlan.None, StateLifetime.Launch);
    private static readonly int Operations = OneState.Scenario.Workers * OneState.Work.OperationsPerWorker;

    [Fact]
    public void Iterations_OfOneState_AreAllItsOwn() =>
        Assert.Equal([(3 * Operations, 1)], Drive(OneState, times: 3));

    [Fact]
    public void Iterations_OfFreshStates_HaveOneEachThatHasSettled()
    {
        // The first is the warm-up's. Of the others each does a little before its measured iteration.
        var measured = (2 * Operations, 1);
        Assert.Equal([(0, 1), measured, measured, measured], Drive(OneState with { Lifetime = StateLifetime.Iteration }, times: 3));
    }

    [Fact]
    public void Iterations_ScenarioWithFilledKeys_FindEachWritten()
    {
        var plan = OneState with { Scenario = OneState.Scenario with { Keys = new KeySpace(1000, Filled: true) } };

        Assert.Equal([(1000 + Operations, 1)], Drive(plan, times: 1));
    }

    [Theory]
    [InlineData(100_000, 1)]
    [InlineData(5, 0)]
    public void TouchKeys_ManyKeysThatNobodyFilled_MakesAnIterationThatNobodyCounts(int keys, int iterations)
    {
        CountingState.Made.Clear();
        using var launch = new StateLaunch(StateEntry.Of(typeof(CountingState)), OneState with { Scenario = OneState.Scenario with { Keys = new KeySpace(keys) } });
        launch.WarmUp();

        launch.TouchKeys();

        Assert.Equal(iterations * Operations, CountingState.Made.Single().Operations);
        Assert.Empty(launch.Iterations);
    }

    [Fact]
    public void Count_EachIteration_HasItsTimesAndCounters()
    {
        using var launch = new StateLaunch(StateEntry.Of(typeof(CountingState)), OneState, () => new AllocatingState());
        launch.Park();
        launch.Release();
        launch.Count();
        launch.Count();

        var iteration = Assert.Single(launch.Iterations);
        Assert.Equal(2, iteration.Outcome.RoleEnds.Count);
        Assert.True(iteration.Outcome.Time > TimeSpan.Zero);
        Assert.InRange(iteration.Counted.AllocatedBytes, Operations * AllocatingState.Bytes, Operations * AllocatingState.Bytes * 2);
    }

    [Fact]
    public void Count_PlanThatLooksAtCores_NotesTheirDistance()
    {
        var plan = OneState with { Cores = new CoreWait(250, TimeSpan.Zero) };
        using var launch = new StateLaunch(StateEntry.Of(typeof(CountingState)), plan);
        launch.Park();
        launch.Release();
        launch.Count();

        var iteration = Assert.Single(launch.Iterations);
        Assert.Equal(CoreRoundTrip.Farthest() is null, iteration.CoresBefore is null);
        Assert.Equal(iteration.CoresBefore is null, iteration.CoresAfter is null);
        Assert.False(iteration.CoresBefore <= 0 || iteration.CoresAfter <= 0);
    }

    [Fact]
    public void Count_PlanThatNotesThePace_HasItBeforeAndAfter()
    {
        using var launch = new StateLaunch(StateEntry.Of(typeof(CountingState)), OneState with { Pace = true });
        launch.Park();
        launch.Release();
        launch.Count();

        var iteration = Assert.Single(launch.Iterations);
        Assert.True(iteration is { PaceBefore: > 0, PaceAfter: > 0 });
    }

    [Fact]
    public void Count_PlanThatDoesNotLookAtCores_KnowsNoDistance()
    {
        using var launch = new StateLaunch(StateEntry.Of(typeof(CountingState)), OneState);
        launch.Park();
        launch.Release();
        launch.Count();

        Assert.Equal((null, null), (launch.Iterations[0].CoresBefore, launch.Iterations[0].CoresAfter));
        Assert.Equal((null, null), (launch.Iterations[0].PaceBefore, launch.Iterations[0].PaceAfter));
    }

    [Fact]
    public void Pilot_Work_FillsTheWindow()
    {
        using var launch = new StateLaunch(StateEntry.Of(typeof(CountingState)), OneState with { Warmup = WarmupPlan.Brief });
        launch.WarmUp();
        var before = CountingState.Made[^1].Operations;

        var found = Pilot.Run(launch, OneState.Scenario.Workers, Window.OneCore with { Aim = TimeSpan.FromMilliseconds(1), Longest = TimeSpan.FromMilliseconds(4) });

        Assert.Equal(
            found.Window.TotalNanoseconds, found.Work.OperationsPerWorker * OneState.Scenario.Workers * found.NanosecondsPerOperation, OneState.Scenario.Workers * found.NanosecondsPerOperation);
        var average = launch.Iterations.Sum(iteration => iteration.Outcome.Time.TotalNanoseconds) / (CountingState.Made[^1].Operations - before);
        Assert.InRange(found.NanosecondsPerOperation, double.Epsilon, average * (1 + 1e-9));
        Assert.Equal(TimeSpan.FromMilliseconds(1), found.Window);
    }

    /// <summary>As a run of one operation does, whose yields the warm-up did not have.</summary>
    [Fact]
    public void Pilot_OperationsTakeLongerThanInTheWarmup_AreTimedAsTheyAre()
    {
        var state = new SlowedState();
        using var launch = new StateLaunch(StateEntry.Of(typeof(CountingState)), OneState with { Warmup = WarmupPlan.Brief }, () => state);
        launch.WarmUp();
        state.IsSlow = true;

        var found = Pilot.Run(launch, OneState.Scenario.Workers, Window.OneCore with { Aim = TimeSpan.FromMilliseconds(1), Longest = TimeSpan.FromMilliseconds(1) });

        Assert.True(found.NanosecondsPerOperation > launch.WarmedUp.NanosecondsPerOperation);
    }

    [Fact]
    public void Pilot_StateThatMakesCollectionsDue_HasTheLongestWindow()
    {
        using var launch = new StateLaunch(StateEntry.Of(typeof(CountingState)), OneState with { Warmup = WarmupPlan.Brief }, () => new CollectingState());
        launch.WarmUp();

        var found = Pilot.Run(launch, OneState.Scenario.Workers, Window.OneCore with { Aim = TimeSpan.FromMilliseconds(1), Longest = TimeSpan.FromMilliseconds(2) });

        Assert.Equal(TimeSpan.FromMilliseconds(2), found.Window);
    }

    /// <returns>How many operations and disposals each instance has seen.</returns>
    private static IEnumerable<(int Operations, int Disposals)> Drive(LaunchPlan plan, int times)
    {
        CountingState.Made.Clear();
        using (var launch = new StateLaunch(StateEntry.Of(typeof(CountingState)), plan))
        {
            launch.WarmUp();
            for (var iteration = 0; iteration < times; iteration++)
            {
                launch.Park();
                launch.Release();
                launch.Count();
            }
        }

        return CountingState.Made.Select(state => (state.Operations, state.Disposals));
    }

    private sealed class AllocatingState : IKeyedState
    {
        public const int Bytes = 1024;

        private static int Kept { get; set; }

        public ValueTask<int> ReadAsync(int key) => new(Make());

        public ValueTask WriteAsync(int key, int value)
        {
            _ = Make();
            return ValueTask.CompletedTask;
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;

        private static int Make() => Kept = (new byte[Bytes]).Length;
    }

    private sealed class CollectingState : IKeyedState
    {
        public ValueTask<int> ReadAsync(int key)
        {
            GC.Collect(0);
            return new(0);
        }

        public ValueTask WriteAsync(int key, int value) => ValueTask.CompletedTask;

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }

    private sealed class SlowedState : IKeyedState
    {
        // Microseconds, against some nanoseconds.
        private const int Turns = 2_000;

        public bool IsSlow { get; set; }

        public ValueTask<int> ReadAsync(int key)
        {
            Thread.SpinWait(IsSlow ? Turns : 0);
            return new(0);
        }

        public ValueTask WriteAsync(int key, int value) => ValueTask.CompletedTask;

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }

    [State(
        Title = "Counting",
        Family = StateFamily.Lock,
        Replies = ReplyMode.AtOnce,
        BlockingCaller = BlockingCallerEffect.DelaysNobody,
        AllocationFree = true,
        ThrowsAfterDispose = false,
        HowItWorks = "Counts its calls")]
    private sealed class CountingState : IKeyedState
    {
        private int operations;
        private int disposals;

        public CountingState() => Made.Add(this);

        public static List<CountingState> Made { get; } = [];

        public int Operations => operations;

        public int Disposals => disposals;

        public ValueTask<int> ReadAsync(int key) => new(Interlocked.Increment(ref operations));

        public ValueTask WriteAsync(int key, int value)
        {
            Interlocked.Increment(ref operations);
            return ValueTask.CompletedTask;
        }

        public ValueTask DisposeAsync()
        {
            Interlocked.Increment(ref disposals);
            return ValueTask.CompletedTask;
        }
    }
}
