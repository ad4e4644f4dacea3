using KeyedState.Benchmarks.Suites;

namespace KeyedState.Tests.Suites;

/// <summary>A core is slow when it was quicker before in the run.</summary>
public sealed class CoreWatchTests
{
    private readonly ManualClock clock = new();

    [Fact]
    public void IsSlow_CoreThatWasQuickerBefore_Is() => Assert.Equal([false, true, false], Looks(2, 3, 2).Select(_ => Watch.IsSlow(TimeSpan.Zero)));

    [Fact]
    public void IsSlow_CoreThatBecomesQuiet_IsNotAfterAll()
    {
        Looks(2, 3, 3, 2);

        Assert.False(Watch.IsSlow(TimeSpan.Zero));
        Assert.False(Watch.IsSlow(TimeSpan.FromSeconds(3)));
    }

    [Fact]
    public void IsSlow_CoreThatStaysSlow_IsLookedAtForSoLong()
    {
        Looks([2, .. Enumerable.Repeat(3.0, 1000)]);
        Assert.False(Watch.IsSlow(TimeSpan.Zero));
        var start = clock.GetTimestamp();

        Assert.True(Watch.IsSlow(TimeSpan.FromSeconds(3)));
        Assert.Equal(TimeSpan.FromSeconds(3), clock.GetElapsedTime(start));
    }

    private CoreWatch Watch { get => field ?? throw new InvalidOperationException(); set; }

    private double[] Looks(params double[] paces)
    {
        var left = new Queue<double>(paces);
        Watch = new CoreWatch(left.Dequeue, clock, pause => clock.Elapsed += pause);
        return paces;
    }
}
