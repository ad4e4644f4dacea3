using KeyedState.Harness;

namespace KeyedState.Tests.Harness;

public sealed class CoreRoundTripTests
{
    [Fact]
    public void Farthest_ThreadOfOneCore_HasNone()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux tells which cores a thread has.");
        double? farthest = 0;
        var bound = new Thread(() =>
        {
            ThreadBinding.TryBind(ThreadBinding.AllowedCores()[0]);
            farthest = CoreRoundTrip.Farthest();
        });
        bound.Start();
        bound.Join();

        Assert.Null(farthest);
    }

    [Theory]
    [InlineData(1, 60.0)]
    [InlineData(3, 60.0, 320.0, 310.0)]
    public void AwaitNear_CoresThatComeNear_LooksUntilTheyAre(int looks, double last, params double[] before)
    {
        var (clock, seen) = (new PausedClock(), new Queue<double>([.. before, last, 1]));

        var farthest = CoreRoundTrip.AwaitNear(250, TimeSpan.FromSeconds(1), () => seen.Dequeue(), clock, clock.Pass);

        Assert.Equal(last, farthest);
        Assert.Equal(before.Length + 2 - looks, seen.Count);
    }

    [Fact]
    public void AwaitNear_CoresThatStayFar_GivesUpAtTheLimit()
    {
        var (clock, looks) = (new PausedClock(), 0);

        Assert.Equal(320, CoreRoundTrip.AwaitNear(250, TimeSpan.FromMilliseconds(100), () => { looks++; return 320; }, clock, clock.Pass));
        Assert.Equal(6, looks);
    }

    [Fact]
    public void AwaitNear_CoresThatNobodyCanMeasure_DoesNotWait()
    {
        var clock = new PausedClock();

        Assert.Null(CoreRoundTrip.AwaitNear(250, TimeSpan.FromSeconds(1), () => null, clock, clock.Pass));
        Assert.Equal(0, clock.GetTimestamp());
    }

    [Theory]
    [InlineData(1, new[] { 0 })]
    [InlineData(7, new[] { 0, 1, 2, 3, 4, 5, 6 })]
    [InlineData(13, new[] { 0, 2, 4, 6, 8, 10, 12 })]
    [InlineData(20, new[] { 0, 3, 6, 9, 12, 15, 19 })]
    public void Spread_AnyNumberOfCores_HasTheFirstAndTheLast(int count, int[] places) => Assert.Equal(places, CoreRoundTrip.Spread(count, 7));

    private sealed class PausedClock : TimeProvider
    {
        private long now;

        public void Pass(TimeSpan time) => now += time.Ticks;

        public override long GetTimestamp() => now;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;
    }
}
