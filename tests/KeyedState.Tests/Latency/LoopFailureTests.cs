using KeyedState.Benchmarks;
using KeyedState.Benchmarks.Suites.Latency;
using KeyedState.Harness;
using KeyedState.Results;

namespace KeyedState.Tests.Latency;

/// <summary>What loops do with states that block, stop to answer or throw.</summary>
public sealed class LoopFailureTests
{
    private const long Millisecond = TimedState.Millisecond;
    private const long Microsecond = TimedState.Microsecond;

    private static readonly Scenario Eleven = Scenario.GoByExample with { Roles = [new("readers", OperationKind.Read, 10), new("writers", OperationKind.Write, 1)] };

    private static readonly ClosedLoopPlan Plan = ClosedLoopPlan.Usual with { Window = TimeSpan.FromMilliseconds(300) };

    [Fact]
    public void Closed_RoleWhoseCallsBlock_HasAllOfItsOperationsTimed()
    {
        var time = new VirtualTime(readCost: 250);
        var outcome = Closed(time, new BlockingState(time, _ => 100, _ => 400 * Microsecond), Eleven);
        var (readers, writers) = (outcome.Roles[0], outcome.Roles[1]);

        Assert.InRange(readers.TimedOneIn, 10, 200);
        Assert.Equal(1, writers.TimedOneIn);
        Assert.InRange(writers.Completed.Sum(), 300, 600);
        Assert.InRange(writers.ServiceTimes.Count, writers.Completed.Sum() - 1, writers.Completed.Sum());
    }

    [Fact]
    public void Closed_StateThatBeginsToBlock_EndsAndIsNotTakenForHung()
    {
        // By then one in a thousand operations is timed, and each of those between takes ten milliseconds.
        var time = new VirtualTime(readCost: 25 * Microsecond);
        long Length(long now) => now < 300 * Millisecond ? Microsecond : 10 * Millisecond;

        var outcome = Closed(time, new BlockingState(time, Length, Length), Eleven);

        Assert.True(outcome.Roles[0].TimedOneIn > 500, $"{outcome.Roles[0].TimedOneIn}");
        Assert.InRange(time.Now(), 500 * Millisecond, 10_000 * Millisecond);
    }

    [Fact]
    public void Closed_WorkerWithoutAFirstOperation_IsNotSteady()
    {
        var time = new VirtualTime();
        var outcome = Closed(time, new TimedState(time, now => now + Millisecond, now => now + (2_000 * Millisecond)), Eleven);

        Assert.False(outcome.Steady);
        Assert.Equal(Plan.LongestRampUp, outcome.RampUp);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Closed_WorkersThatRequeueOrNot_KeepLittlesLaw(bool requeues)
    {
        var time = new VirtualTime();
        var outcome = time.Run(() => new ClosedLoop("State", TimedState.Always(time, Millisecond), Eleven, time, Plan with { Requeues = requeues }).Run());

        Assert.All(outcome.Roles.SelectMany(role => role.Completed), count => Assert.InRange(count, 299, 301));
    }

    [Fact]
    public void Open_LastOperationsThatNobodyAnswers_AreNotLeftOutOfALoadThatWasReached()
    {
        // Less than a hundredth of all, so that the loop waits for them, and longer than it does.
        var time = new VirtualTime();
        var outcome = Open(time, new TimedState(time, Length, Length));

        Assert.True(outcome.Served >= LatencyJudgement.LeastServed * outcome.Scheduled);
        Assert.True(outcome.Answered < outcome.Scheduled);
        Assert.Equal(outcome.Answered, outcome.ServiceTimes.Count);
        Assert.False(LatencyJudgement.IsReached(outcome.Scheduled, outcome.Served, outcome.Answered, outcome.Growth));

        static long Length(long now) => now + (now < 299_200 * Microsecond ? 50 * Microsecond : 5_000 * Millisecond);
    }

    [Fact]
    public void Open_StateThatIsHeldUpAsTheWindowEnds_IsReachedWithItsLongTimes()
    {
        var time = new VirtualTime();
        var outcome = Open(time, new TimedState(time, Length, Length));

        Assert.True(LatencyJudgement.IsReached(outcome.Scheduled, outcome.Served, outcome.Answered, outcome.Growth));
        Assert.Equal(outcome.Scheduled, outcome.ResponseTimes.Sum(times => times.Count));
        Assert.InRange(outcome.ResponseTimes.Max(times => times.Longest), 9 * Millisecond, 14 * Millisecond);

        static long Length(long now) => (now is > 291 * Millisecond and < 302 * Millisecond ? 302 * Millisecond : now) + (50 * Microsecond);
    }

    [Fact]
    public void Run_StateThatThrows_LeavesNobodyAtWork()
    {
        Check(time => state => new ClosedLoop("State", state, Eleven, time, Plan).Run());
        Check(time => state => new OpenLoop("State", state, Eleven, time, PlanOf(20_000), PlanOf(20_000).Draw(Eleven.Workers)).Run());
        Check(time => state => new OpenLoop("State", state, Eleven, time, PlanOf(null), null).Run());

        static void Check(Func<VirtualTime, Func<IKeyedState, object>> loop)
        {
            var (time, calls) = (new VirtualTime(), 0);
            var state = new TimedState(time, now => Called(now), now => Called(now));
            time.Run(() =>
            {
                Assert.Throws<NotSupportedException>(() => loop(time)(state));
                var before = calls;
                var crew = new WorkerCrew();
                crew.Park(1, (_, gate) => gate);
                time.Await(crew, time.Now() + (1_000 * Millisecond));

                Assert.True(before > 100);
                Assert.Equal(before, calls);
                return 0;
            });

            long Called(long now) => calls++ == 200 ? throw new NotSupportedException() : now + (100 * Microsecond);
        }
    }

    [Theory]
    [InlineData(-5, 0)]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(1_000_000, 1)]
    [InlineData(1_000_001, 2)]
    public void WholeMilliseconds_AnyRest_IsNeverTooShort(long nanoseconds, int milliseconds) =>
        Assert.Equal(TimeSpan.FromMilliseconds(milliseconds), MachineTime.WholeMilliseconds(nanoseconds));

    [Fact]
    public void Run_StateThatFails_IsDisposedOf()
    {
        var entry = new StateEntry(typeof(FailingState), SuiteCatalogue.Default.Find("Lock")!.Declared);
        var before = FailingState.Disposed;

        Assert.Throws<NotSupportedException>(() => new LatencyLaunch(entry, Eleven).Run(LatencyProtocol.RehearsedClosed));

        Assert.Equal(before + 1, FailingState.Disposed);
    }

    private static OpenLoopPlan PlanOf(double? rate) => new(rate, TimeSpan.FromMilliseconds(100), TimeSpan.FromMilliseconds(200), TimeSpan.FromMicroseconds(20), Even: false, Seed: 5);

    private static ClosedLoopOutcome Closed(VirtualTime time, IKeyedState state, Scenario scenario) => time.Run(() => new ClosedLoop("State", state, scenario, time, Plan).Run());

    private static OpenLoopOutcome Open(VirtualTime time, IKeyedState state) => time.Run(() =>
        new OpenLoop("State", state, Scenario.GoByExample, time, PlanOf(100_000), PlanOf(100_000).Draw(Scenario.GoByExample.Workers)).Run());

    private sealed class FailingState : IKeyedState
    {
        private static int disposed;

        public static int Disposed => Volatile.Read(ref disposed);

        public ValueTask<int> ReadAsync(int key) => throw new NotSupportedException();

        public ValueTask WriteAsync(int key, int value) => throw new NotSupportedException();

        public ValueTask DisposeAsync()
        {
            Interlocked.Increment(ref disposed);
            return default;
        }
    }
}
