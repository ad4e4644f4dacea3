using KeyedState.Benchmarks;
using KeyedState.Harness;

namespace KeyedState.Tests.Pacing;

public sealed class PacedRunTests
{
    private static readonly TimeSpan Duration = TimeSpan.FromMilliseconds(30);
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    // The operation that each reader may be in when the time is up.
    private const long MostUncounted = 100;

    private static readonly TimeSpan LongestWarmup = TimeSpan.FromSeconds(10);

    public static TheoryData<string> States => [.. SuiteCatalogue.Default.Entries.Select(entry => entry.Name)];

    [Theory]
    [MemberData(nameof(States))]
    public async Task Run_EveryStateOfTheCatalogue_EndsWithBothRolesCounted(string name)
    {
        await using var state = SuiteCatalogue.Default.Find(name)!.Create();

        var outcome = PacedRun.Run(name, state, WarmupPlan.None, Duration, Limit);
        for (var duration = Duration; IsTooShort(outcome) && duration < Limit; duration *= 2)
        {
            outcome = PacedRun.Run(name, state, WarmupPlan.None, duration, Limit);
        }

        Assert.InRange(outcome.ReadOps, 1, long.MaxValue);
        Assert.InRange(outcome.WriteOps, 1, long.MaxValue);
        Assert.InRange(outcome.ShortestPause!.Value, PacedRun.PauseLength, outcome.MedianPause!.Value + TimeSpan.FromMicroseconds(1));
        Assert.InRange(outcome.Rate, 1, PacedRun.IntendedRate + PacedRun.IntendedRate * PacedRun.PauseLength / outcome.Elapsed);
    }

    [Fact]
    public async Task Run_Workload_IsTheOriginals()
    {
        await using var state = new RecordingState();

        var outcome = PacedRun.Run("Recording", state, WarmupPlan.None, Duration, Limit);

        Assert.All(state.Reads, key => Assert.InRange(key, 0, 4));
        Assert.All(state.Writes, write => Assert.InRange(write.Key, 0, 4));
        Assert.All(state.Writes, write => Assert.InRange(write.Value, 0, 99));

        // At most the operation that each worker was in when the time was up is not counted.
        Assert.InRange(state.Reads.Count, outcome.ReadOps, outcome.ReadOps + 100);
        Assert.InRange(state.Writes.Count, outcome.WriteOps, outcome.WriteOps + 10);
    }

    [Fact]
    public async Task Run_AfterAWarmup_CountsWithoutIt()
    {
        long warm;
        var length = TimeSpan.FromMilliseconds(30);
        do
        {
            await using var state = new RecordingState();
            var plan = new WarmupPlan(length, TimeSpan.Zero, length);

            var outcome = PacedRun.Run("Recording", state, plan, Duration, Limit);

            Assert.InRange(outcome.Warmup, length, TimeSpan.MaxValue);
            warm = state.Reads.Count - outcome.ReadOps;
            length *= 2;
        }
        while (warm <= MostUncounted && length < LongestWarmup);

        Assert.InRange(warm, MostUncounted + 1, long.MaxValue);
    }

    [Fact]
    public async Task Run_StateThatThrowsInTheWarmup_SurfacesItsExceptionWithoutWaiting()
    {
        await using var state = new FailingState(atOnce: true);
        var hour = TimeSpan.FromHours(1);

        var thrown = Assert.Throws<NotSupportedException>(() => PacedRun.Run("Failing", state, new(hour, hour, hour), Duration, Limit));

        Assert.Same(state.Thrown, thrown);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Run_StateThatThrows_SurfacesItsExceptionWithoutWaiting(bool atOnce)
    {
        await using var state = new FailingState(atOnce);

        var thrown = Assert.Throws<NotSupportedException>(() => PacedRun.Run("Failing", state, WarmupPlan.None, TimeSpan.FromHours(1), Limit));

        Assert.Same(state.Thrown, thrown);
    }

    [Fact]
    public async Task Run_StateThatNeverCompletes_IsNamed()
    {
        await using var state = new SilentState();

        var hang = Assert.Throws<StateHungException>(() => PacedRun.Run("Silent", state, WarmupPlan.None, Duration, TimeSpan.FromMilliseconds(1)));

        Assert.StartsWith("Silent hung: ", hang.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_NoDuration_IsRefused()
    {
        await using var state = new LockState();

        Assert.Throws<ArgumentOutOfRangeException>(() => PacedRun.Run("Lock", state, WarmupPlan.None, TimeSpan.Zero, Limit));
    }

    // A machine that is busy with something else may start nobody within so short a time.
    private static bool IsTooShort(PacedOutcome outcome) => outcome is { WriteOps: 0 } or { ReadOps: 0 } or { ShortestPause: null };

    private sealed class RecordingState : IKeyedState
    {
        private readonly Lock gate = new();

        public List<int> Reads { get; } = [];

        public List<(int Key, int Value)> Writes { get; } = [];

        public ValueTask<int> ReadAsync(int key)
        {
            lock (gate)
            {
                Reads.Add(key);
            }

            return new(0);
        }

        public ValueTask WriteAsync(int key, int value)
        {
            lock (gate)
            {
                Writes.Add((key, value));
            }

            return ValueTask.CompletedTask;
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }

    private sealed class FailingState(bool atOnce) : IKeyedState
    {
        public NotSupportedException Thrown { get; } = new("Fails always.");

        public ValueTask<int> ReadAsync(int key) => atOnce ? throw Thrown : new(Task.FromException<int>(Thrown));

        public ValueTask WriteAsync(int key, int value) => atOnce ? throw Thrown : new(Task.FromException(Thrown));

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }

    private sealed class SilentState : IKeyedState
    {
        private readonly TaskCompletionSource<int> never = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public ValueTask<int> ReadAsync(int key) => new(never.Task);

        public ValueTask WriteAsync(int key, int value) => new(never.Task);

        public ValueTask DisposeAsync()
        {
            never.SetResult(0);
            return ValueTask.CompletedTask;
        }
    }
}
