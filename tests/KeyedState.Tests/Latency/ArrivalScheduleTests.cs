using KeyedState.Harness;

namespace KeyedState.Tests.Latency;

public sealed class ArrivalScheduleTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Theory]
    [InlineData(10_000, 110)]
    [InlineData(50_000, 110)]
    [InlineData(1_000, 1)]
    public void Poisson_AnyRate_HasItsMeanAndExponentialGaps(double rate, int workers)
    {
        var schedule = ArrivalSchedule.Poisson(rate, 4 * Second, workers, seed: 1);
        var times = schedule.Times.ToArray();
        double[] gaps = [.. times.Zip(times.Skip(1), (earlier, later) => (later - earlier) * rate / 1e9)];

        // Five standard deviations of a Poisson count; the mean and the deviation of an exponential gap are one; e⁻¹ of them are longer.
        Assert.InRange(schedule.Count, (4 * rate) - (5 * Math.Sqrt(4 * rate)), (4 * rate) + (5 * Math.Sqrt(4 * rate)));
        Assert.Equal(1, gaps.Average(), 0.1);
        Assert.Equal(2, gaps.Average(gap => gap * gap), 0.3);
        Assert.Equal(Math.Exp(-1), gaps.Count(gap => gap > 1) / (double)gaps.Length, 0.03);
        Assert.Equal(times.Order(), times);
    }

    [Fact]
    public void Poisson_EachWorker_HasAsManyAsChanceGives()
    {
        var schedule = ArrivalSchedule.Poisson(110_000, Second, 110, seed: 2);

        Assert.All(Enumerable.Range(0, 110), worker => Assert.InRange(schedule.Of(worker).Length, 1_000 - 160, 1_000 + 160));
        Assert.Equal(schedule.Count, Enumerable.Range(0, 110).Sum(worker => schedule.Of(worker).Length));
    }

    [Fact]
    public void Poisson_SameSeed_IsTheSame()
    {
        var (one, other, third) = (Of(1), Of(1), Of(2));

        Assert.Equal(one.Times.ToArray(), other.Times.ToArray());
        Assert.Equal(one.Workers.ToArray(), other.Workers.ToArray());
        Assert.NotEqual(one.Times.ToArray(), third.Times.ToArray());

        static ArrivalSchedule Of(int seed) => ArrivalSchedule.Poisson(5_000, Second, 110, seed);
    }

    [Fact]
    public void Even_Arrivals_AreSpacedAndDealtOutInTurn()
    {
        var schedule = ArrivalSchedule.Even(1_000, TimeSpan.FromMilliseconds(8), 3, seed: 1);

        Assert.Equal([0, 1_000_000, 2_000_000, 3_000_000, 4_000_000, 5_000_000, 6_000_000, 7_000_000], schedule.Times.ToArray());
        Assert.Equal([3, 3, 2], Enumerable.Range(0, 3).Select(worker => schedule.Of(worker).Length).OrderDescending());
        Assert.Equal(schedule.Workers[0], schedule.Workers[3]);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(1_000_000, 1)]
    [InlineData(1_000_001, 2)]
    [InlineData(long.MaxValue, 8)]
    public void DueBefore_ATime_CountsThoseEarlier(long time, int count) =>
        Assert.Equal(count, ArrivalSchedule.Even(1_000, TimeSpan.FromMilliseconds(8), 3, seed: 1).DueBefore(time));
}
