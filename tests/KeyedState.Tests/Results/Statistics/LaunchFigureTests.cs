using KeyedState.Results;

namespace KeyedState.Tests.Results.Statistics;

public sealed class LaunchFigureTests
{
    private static readonly StoredLaunch OneSlow = SampleRun.Launch("Lock", Look.OneCore, 0, 1) with
    {
        Nanoseconds = [100, 110, 120, 1000],
        ReadersEnd = [100, 110, 120, 500],
        WritersEnd = [50, 88, 108, 1000],
    };

    [Fact]
    public void Of_OneCore_IsTheLowerQuartile() =>
        Assert.Equal(10.75, LaunchFigure.Of(OneSlow, 10).NanosecondsPerOperation);

    [Fact]
    public void Of_AllCores_KeepsTheSlowInvocation() =>
        Assert.Equal(33.25, LaunchFigure.Of(OneSlow with { Look = Look.AllCores }, 10).NanosecondsPerOperation);

    [Fact]
    public void Of_RolesThatEndApart_HasTheMedianShares()
    {
        var figure = LaunchFigure.Of(OneSlow, 10);

        Assert.Equal(0.65, figure.SharedTime, 12); // of 0.5, 0.8, 0.9, 0.5
        Assert.Equal(1, figure.ReadersEnd, 12); // of 1, 1, 1, 0.5
        Assert.Equal(0.85, figure.WritersEnd, 12); // of 0.5, 0.8, 0.9, 1
    }

    [Fact]
    public void Of_CompilerStillAtWork_IsNotSettled()
    {
        Assert.True(LaunchFigure.Of(OneSlow, 10).Settled);
        Assert.False(LaunchFigure.Of(OneSlow with { CompilerQuiet = false }, 10).Settled);
    }
}
