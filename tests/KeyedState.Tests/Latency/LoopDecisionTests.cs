using KeyedState.Harness;

namespace KeyedState.Tests.Latency;

public sealed class LoopDecisionTests
{
    public static TheoryData<double[], bool> Courses => new()
    {
        { [], false },
        { [100, 100, 100, 100, 100, 100, 100, 100, 100], false },
        { [100, 100, 100, 100, 100, 100, 100, 100, 100, 100], true },
        { [1, 10, 20, 40, 60, 80, 90, 100, 100, 100], false },
        { [1, 1, 1, 1, 1, 98, 100, 102, 99, 100, 104, 95, 90, 101, 100], true },
        { [100, 100, 100, 100, 100, 88, 88, 88, 88, 88], false },
        { [0, 0, 0, 0, 0, 0, 0, 0, 0, 0], false },
        { [100, 100, 40, 100, 100, 100, 100, 100, 60, 100], true },
    };

    public static TheoryData<double[], double> Backlogs => new()
    {
        { [], 0 },
        { [7], 0 },
        { [5, 5, 5, 5], 0 },
        { [0, 10, 20, 30], 30 },
        { [30, 20, 10, 0], -30 },
        { [1, 0, 400, 1, 0, 1, 0, 300, 1], 0 },
    };

    [Theory]
    [MemberData(nameof(Courses))]
    public void IsReached_CourseOfARate_SaysWhetherItRests(double[] rates, bool steady) => Assert.Equal(steady, SteadyRate.IsReached(rates));

    [Theory]
    [MemberData(nameof(Backlogs))]
    public void Growth_Backlog_IsItsTrendWithoutPeaks(double[] samples, double growth) => Assert.Equal(growth, Backlog.Growth(samples), 1e-9);

    [Theory]
    [InlineData(new long[] { 5, 5, 5, 5 }, 1, 1)]
    [InlineData(new long[] { 12, 0, 0, 0 }, 0.25, 0)]
    [InlineData(new long[] { 3, 1 }, 0.8, 0.5)]
    [InlineData(new long[] { 0, 0 }, 1, 1)]
    public void Fairness_Counts_IsJainsIndex(long[] counts, double index, double slowest)
    {
        var role = new ClosedLoopRole(counts, TimeSpan.Zero, 1, new LatencyRecorder());

        Assert.Equal(index, role.Fairness, 1e-9);
        Assert.Equal(slowest, role.SlowestShare, 1e-9);
    }

    [Theory]
    [InlineData(1.5, 28, 747)]
    [InlineData(60, 28, 19)]
    [InlineData(5_000, 28, 1)]
    [InlineData(0.001, 28, 4_096)]
    public void TimedOneIn_FastStates_AreTimedRarely(double nanoseconds, double readCost, int oneIn) =>
        Assert.Equal(oneIn, ClosedLoopPlan.Usual.TimedOneIn(nanoseconds, readCost));

    [Fact]
    public void DrawGap_ManyTimes_TakesOneInThatMany()
    {
        var worker = new ClosedWorker(3);
        var operations = 0L;
        for (var time = 0; time < 100_000; time++)
        {
            worker.DrawGap(20);
            operations += worker.UntilTimed + 1;
        }

        Assert.Equal(20, operations / 1e5, 0.2);
        worker.DrawGap(1);
        Assert.Equal(0, worker.UntilTimed);
    }

    [Fact]
    public void See_GapsAcrossTheWindowsEnds_CountWithinIt()
    {
        var (worker, window) = (new ClosedWorker(0), new LoopWindow());
        worker.See(100, window);
        window.Set(1_000, 2_000);
        worker.See(1_300, window);
        Assert.Equal(300, worker.LongestGap);
        worker.See(1_350, window);
        worker.See(9_000, window);

        Assert.Equal(650, worker.LongestGap);
    }
}
