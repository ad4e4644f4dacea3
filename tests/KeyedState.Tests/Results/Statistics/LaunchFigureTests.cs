using KeyedState.Results;

namespace KeyedState.Tests.Results.Statistics;

public sealed class LaunchFigureTests
{
    private static readonly StoredLaunch OneSlow = (SampleRun.Launch("Lock", Look.OneCore, 0, 1) with { Operations = 10 })
        .With(Metric.Time, 100, 110, 120, 1000)
        .With(Metric.EndOf("readers"), 100, 110, 120, 500)
        .With(Metric.EndOf("writers"), 50, 88, 108, 1000);

    [Fact]
    public void Of_OneCore_IsTheLowerQuartile() =>
        Assert.Equal(10.75, Of(OneSlow).NanosecondsPerOperation);

    [Fact]
    public void Of_AllCores_KeepsTheSlowIteration() =>
        Assert.Equal(33.25, Of(OneSlow with { Look = Look.AllCores }).NanosecondsPerOperation);

    [Fact]
    public void Of_RolesThatEndApart_HasTheMedianShares()
    {
        var figure = Of(OneSlow);

        Assert.Equal(0.65, figure.SharedTime, 12); // of 0.5, 0.8, 0.9, 0.5
        Assert.Equal(1, figure.RoleEnds[0], 12); // of 1, 1, 1, 0.5
        Assert.Equal(0.85, figure.RoleEnds[1], 12); // of 0.5, 0.8, 0.9, 1
    }

    [Fact]
    public void Of_OneRole_RunsAllTheTime() =>
        Assert.Equal(1, LaunchFigure.Of(OneSlow, [SampleRun.Scenario.Roles[1]])!.SharedTime);

    [Fact]
    public void Of_CompilerStillAtWork_IsNotSettled()
    {
        Assert.True(Of(OneSlow).Settled);
        Assert.False(Of(OneSlow with { Note = OneSlow.Note with { CompilerQuiet = false } }).Settled);
    }

    private static LaunchFigure Of(StoredLaunch launch) => LaunchFigure.Of(launch, SampleRun.Scenario.Roles)!;
}
