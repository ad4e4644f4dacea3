using KeyedState.Benchmarks.Launches;
using KeyedState.Harness;

namespace KeyedState.Tests.Benchmarks;

public sealed class BenchmarkLaunchTests
{
    private static readonly LaunchSettings OneState = new(NotePath: null, WarmupPlan.None, FreshState: false);
    private static readonly int OperationsOfAnInvocation = Workload.For(CostClass.Microseconds).Operations;

    [Fact]
    public void Invocations_OfOneState_AreAllItsOwn() =>
        Assert.Equal([(3 * OperationsOfAnInvocation, 1)], Invoke(OneState, times: 3));

    [Fact]
    public void Invocations_OfFreshStates_HaveOneEachThatHasSettled()
    {
        // The first is the warm-up's. Of the others each does a little before its measured invocation.
        var measured = (2 * OperationsOfAnInvocation, 1);
        Assert.Equal([(0, 1), measured, measured, measured], Invoke(OneState with { FreshState = true }, times: 3));
    }

    /// <returns>How many operations and disposals each instance has seen.</returns>
    private static IEnumerable<(int Operations, int Disposals)> Invoke(LaunchSettings settings, int times)
    {
        CountingState.Made.Clear();
        using (var launch = BenchmarkLaunch.Start(StateEntry.Of(typeof(CountingState)), settings))
        {
            launch.Release();
            launch.Count();
            for (var invocation = 1; invocation < times; invocation++)
            {
                launch.Park();
                launch.Release();
                launch.Count();
            }
        }

        return CountingState.Made.Select(state => (state.Operations, state.Disposals));
    }

    [State(
        Title = "Counting",
        Family = StateFamily.Lock,
        Replies = ReplyMode.AtOnce,
        BlockingCaller = BlockingCallerEffect.DelaysNobody,
        AllocationFree = true,
        ThrowsAfterDispose = false,
        Cost = CostClass.Microseconds,
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
