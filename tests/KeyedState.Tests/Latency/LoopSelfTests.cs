using KeyedState.Harness;
using KeyedState.Results;

namespace KeyedState.Tests.Latency;

/// <summary>What is known of made-up states beforehand must be what the loops measure, on a clock that only they move.</summary>
public sealed class LoopSelfTests
{
    // So few that those whom a stall meets are less than one in a hundred of all operations.
    private static readonly Scenario Eleven = Scenario.GoByExample with { Roles = [new("readers", OperationKind.Read, 10), new("writers", OperationKind.Write, 1)] };

    private static readonly ClosedLoopPlan Plan = ClosedLoopPlan.Usual with { Window = TimeSpan.FromMilliseconds(500) };

    private readonly VirtualTime time = new();

    [Fact]
    public void Closed_StateThatAlwaysWaits_KeepsLittlesLaw()
    {
        // J. D. C. Little, A Proof for the Queuing Formula L = λW, 1961, doi:10.1287/opre.9.3.383.
        var outcome = Closed(new TimedState(time, now => now + (900 * TimedState.Microsecond), now => now + (4 * TimedState.Millisecond)), Scenario.GoByExample);
        foreach (var (role, index) in outcome.Roles.Select((role, index) => (role, index)))
        {
            var perNanosecond = role.Completed.Sum() / outcome.Window.TotalNanoseconds;
            var mean = (double)role.ServiceTimes.Total / role.ServiceTimes.Count;
            Assert.Equal(Scenario.GoByExample.Roles[index].Workers, perNanosecond * mean, 0.1);
        }
    }

    [Fact]
    public void OpenAndClosed_StateThatStalls_OnlyTheOpenLoopSeesIt()
    {
        var open = Open(TimedState.Stalling(time, 100 * TimedState.Microsecond), 10_000, TimeSpan.FromSeconds(1));
        var closed = Closed(TimedState.Stalling(time, 100 * TimedState.Microsecond), Eleven);

        // A tenth of the operations is due in a stall, and a tenth of those in its first millisecond: they wait for 9 ms and more, and
        // half of them for 5 ms. Who counts from the call leaves out those behind another of the same worker: 3.4 ms.
        Assert.InRange(Percentile(open.ResponseTimes, 0.99), 8.7e6, 9.5e6);
        Assert.InRange(Percentile(open.ResponseTimes, 0.95), 4.8e6, 5.5e6);
        Assert.InRange(Percentile([open.ServiceTimes], 0.95), 3.0e6, 3.8e6);
        Assert.InRange(Percentile(closed.Roles.Select(role => role.ServiceTimes), 0.99), 0.98e5, 1.02e5);
        Assert.InRange(closed.Roles.Max(role => role.ServiceTimes.Longest), 10 * TimedState.Millisecond, 11 * TimedState.Millisecond);
    }

    [Fact]
    public void Closed_StateThatServesReadersFirst_ShowsWhoStarves()
    {
        var outcome = Closed(new ReadersFirstState(time, 10 * TimedState.Microsecond), Scenario.GoByExample);
        var (readers, writers) = (outcome.Roles[0], outcome.Roles[1]);

        Assert.Equal(0, writers.Completed.Sum());
        Assert.Equal(outcome.Window, writers.LongestGap);
        Assert.True(Starvation.GetsLittle(writers.Completed.Sum(), 10, readers.Completed.Sum() + writers.Completed.Sum(), 110));
        Assert.False(Starvation.GetsLittle(readers.Completed.Sum(), 100, readers.Completed.Sum() + writers.Completed.Sum(), 110));
        Assert.True(Starvation.Waits(writers.LongestGap.TotalNanoseconds, [readers.LongestGap.TotalNanoseconds], outcome.Window.TotalNanoseconds));
    }

    [Fact]
    public void Closed_WritesThatTakeLongerThanReads_GetLessDoneAndDoNotStarve()
    {
        // Everybody has turns of 20 µs; a write takes 17 times as long as a read, and nobody waits for anybody.
        var outcome = Closed(new BlockingState(time, _ => 100, _ => 1_700), Scenario.GoByExample);
        var (readers, writers) = (outcome.Roles[0], outcome.Roles[1]);

        Assert.True(Starvation.GetsLittle(writers.Completed.Sum(), 10, readers.Completed.Sum() + writers.Completed.Sum(), 110));
        Assert.False(Starvation.Waits(writers.LongestGap.TotalNanoseconds, [readers.LongestGap.TotalNanoseconds], outcome.Window.TotalNanoseconds));
    }

    [Fact]
    public void Open_LoadThatIsBorne_ServesAllThatIsDue()
    {
        var outcome = Open(TimedState.Always(time, 50 * TimedState.Microsecond), 100_000, TimeSpan.FromMilliseconds(200));

        Assert.True(LatencyJudgement.IsReached(outcome.Scheduled, outcome.Served, outcome.Answered, outcome.Growth));
        Assert.Equal(outcome.Scheduled, outcome.ServiceTimes.Count);
        Assert.Equal(50_000, outcome.ServiceTimes.Shortest);
        Assert.Equal(50_000, outcome.ServiceTimes.Longest);
        Assert.Equal(50_000, outcome.ResponseTimes[0].Shortest);
    }

    [Fact]
    public void Open_LoadBeyondWhatTheStateCan_IsNotReached()
    {
        // 110 workers with an operation of 2 ms each do 55,000 a second.
        var outcome = Open(TimedState.Always(time, 2 * TimedState.Millisecond), 60_000, TimeSpan.FromMilliseconds(300));

        Assert.False(LatencyJudgement.IsReached(outcome.Scheduled, outcome.Served, outcome.Answered, outcome.Growth));
        Assert.InRange(outcome.Growth, 500, 3_000);
    }

    [Theory]
    [InlineData(20_000, 40_000)]
    [InlineData(40_000, 54_000)]
    public void Open_HigherLoad_IsNotWaitedForLess(double low, double high)
    {
        // As it is where arrivals come in bursts that a faster clock makes smaller.
        var less = Open(TimedState.Always(time, 2 * TimedState.Millisecond), low, TimeSpan.FromMilliseconds(300));
        var more = Open(TimedState.Always(time, 2 * TimedState.Millisecond), high, TimeSpan.FromMilliseconds(300));

        Assert.True(Percentile(less.ResponseTimes, 0.5) < Percentile(more.ResponseTimes, 0.5));
        Assert.True(Percentile(less.ResponseTimes, 0.99) < Percentile(more.ResponseTimes, 0.99));
    }

    [Fact]
    public void Open_EverythingDueAtOnce_IsWhatTheStateCanDo()
    {
        var outcome = time.Run(() => new OpenLoop("State", TimedState.Always(time, 2 * TimedState.Millisecond), Scenario.GoByExample, time, Of(null, TimeSpan.FromMilliseconds(200)), schedule: null).Run());

        Assert.Equal(55_000, outcome.Served / outcome.Window.TotalSeconds, 600.0);
    }

    [Theory]
    [InlineData(0.05, 110_000)]
    [InlineData(2, 55_000)]
    public void Open_EvenArrivals_TellWhatIsDoneWhileTheyLastAndWhatItCosts(double milliseconds, double rate)
    {
        // An operation is due every millisecond for each of 110 workers; those whose operations take two do half of them.
        var plan = Of(110_000, TimeSpan.FromMilliseconds(200)) with { Even = true };
        var state = TimedState.Always(time, (long)(milliseconds * TimedState.Millisecond));
        var done = time.Run(() => new OpenLoop("State", state, Scenario.GoByExample, time, plan, plan.Draw(Scenario.GoByExample.Workers)).Run()).Done;

        Assert.Equal(rate, done.Operations / done.Elapsed.TotalSeconds, rate / 100);
        Assert.Equal(done.Elapsed, done.Cpu);
    }

    private static OpenLoopPlan Of(double? rate, TimeSpan window) => new(rate, TimeSpan.FromMilliseconds(100), window, TimeSpan.FromMicroseconds(20), Even: false, Seed: 5);

    private static double Percentile(IEnumerable<LatencyRecorder> recorders, double share)
    {
        var merged = LatencyRecorder.Merge(recorders);
        return LatencyHistogram.Of(merged.Counts, merged.Shortest, merged.Longest, merged.OutOfRange).Percentile(share)!.Value;
    }

    private ClosedLoopOutcome Closed(IKeyedState state, Scenario scenario) => time.Run(() => new ClosedLoop("State", state, scenario, time, Plan).Run());

    private OpenLoopOutcome Open(IKeyedState state, double rate, TimeSpan window) =>
        time.Run(() => new OpenLoop("State", state, Scenario.GoByExample, time, Of(rate, window), Of(rate, window).Draw(Scenario.GoByExample.Workers)).Run());
}
