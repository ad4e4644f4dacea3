using KeyedState.Benchmarks.Environments;
using KeyedState.Benchmarks.Workers;
using KeyedState.Regression;

namespace KeyedState.Tests.Regression;

public sealed class LaunchSeriesTests
{
    private static readonly ComparedState Good = new("Lock");
    private static readonly Dictionary<string, string> NoSettings = [];

    private static readonly WorkerCommand Worker =
        new("base", DotnetHost.Path, [typeof(WorkerMode).Assembly.Location, WorkerProtocol.Argument], NoSettings);

    public static bool IsWindows => OperatingSystem.IsWindows();

    [Fact]
    public void Run_StateThatFails_IsGivenUpAndTheOthersGoOn()
    {
        var series = Of(Worker, bound: false, CancellationToken.None);

        var ran = series.Run([Good, new ComparedState("Empty", "no such plant")], [], 3, new Random(1)).Select(paired => paired.Subject).ToArray();

        Assert.Equal([Good, Good, Good], ran);
        Assert.Contains("Nothing named no such plant can be planted", Assert.Single(series.GivenUp).Value.Message, StringComparison.Ordinal);
    }

    /// <summary>A machine that lets both sides fail says nothing against the head.</summary>
    [Theory(Skip = ScriptedGate.NeedsShell, SkipWhen = nameof(IsWindows))]
    [InlineData(true, "base")]
    [InlineData(false, "head")]
    public void GivenUp_FailuresOfBothSides_AreTheHeadsOnlyIfItHasMore(bool once, string expected)
    {
        using var gate = new ScriptedGate();
        gate.Base.FailingOnce.UnionWith(once ? ["Owner"] : []);
        (once ? gate.Head.FailingOnce : gate.Head.Failing).Add("Owner");
        var (@base, head) = (gate.Base.Publish().Worker("base", NoSettings), gate.Head.Publish().Worker("head", NoSettings));
        var series = new LaunchSeries(@base, head, PilotsOf(@base, CancellationToken.None), () => null, bound: false, CancellationToken.None);

        Assert.Empty(series.Run([new ComparedState("Owner")], [], 2, new Random(1)));

        Assert.Equal(expected, Assert.Single(series.GivenUp).Value.Label);
    }

    [Fact]
    public void Run_StateWithoutAPilot_IsGivenUpAndTheOthersGoOn()
    {
        var series = Of(Worker, bound: false, CancellationToken.None);

        var ran = series.Run([Good, new ComparedState("Nobody")], [], 3, new Random(1)).Select(paired => paired.Subject).ToArray();

        Assert.Equal([Good, Good, Good], ran);
        Assert.Contains("failed at Pilot of Nobody: ArgumentException: There is no state Nobody.", Assert.Single(series.GivenUp).Value.Message, StringComparison.Ordinal);
    }

    /// <summary>The runtime is told of one processor, so that no slice is dropped because a hypervisor moved the cores.</summary>
    [Fact]
    public void Run_PairOfLaunches_HasEveryPlannedSliceOfBothSides()
    {
        var worker = Worker with { Settings = new Dictionary<string, string> { ["DOTNET_PROCESSOR_COUNT"] = "1" } };
        var finished = new List<int>();

        var paired = Assert.Single(Of(worker, bound: false, CancellationToken.None).Run([Good], [], 1, new Random(1), finished.Add));

        Assert.Equal((2 * SlicePlan.Usual.Blocks, 2 * SlicePlan.Usual.Blocks), (paired.Base.Count, paired.Head.Count));
        Assert.All(paired.Base.Concat(paired.Head), slice => Assert.True(slice.NanosecondsPerOperation > 0));
        Assert.Equal([1], finished);
    }

    /// <summary>A head that dies at its start can't be compared at all, and the base's worker does not stay behind.</summary>
    [Fact]
    public void Run_HeadThatDoesNotStart_IsAnError() => Assert.Equal("head", Assert.Throws<WorkerException>(() => new LaunchSeries(
        Worker, Worker with { Label = "head", Arguments = ["no-such-program.dll"] }, PilotsOf(Worker, CancellationToken.None), () => null, bound: false, CancellationToken.None)
        .Run([Good], [], 1, new Random(1)).Count()).Label);

    /// <summary>The runtime is told of two processors, so that the test needs no machine that has them.</summary>
    [Fact]
    public void Run_OneCoreThatIsNotOfOneProcessor_IsRefused()
    {
        var worker = Worker with { Settings = new Dictionary<string, string> { ["DOTNET_PROCESSOR_COUNT"] = "2" } };

        Assert.Contains("not bound to one processor", Assert.Throws<WorkerException>(() =>
            Of(worker, bound: true, CancellationToken.None).Run([Good], [], 1, new Random(1)).Count()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_WhatIsOnlyDrivenBeside_GivesNoFigure() =>
        Assert.Equal([Good], Of(Worker, bound: false, CancellationToken.None).Run([Good], [new ComparedState("Empty")], 1, new Random(1)).Select(paired => paired.Subject));

    [Fact]
    public void Run_Ended_Throws() => Assert.Throws<OperationCanceledException>(() =>
        Of(Worker, bound: false, new CancellationToken(canceled: true)).Run([Good], [], 1, new Random(1)).Count());

    private static LaunchSeries Of(WorkerCommand worker, bool bound, CancellationToken cancellation) =>
        new(worker, worker with { Label = "head" }, PilotsOf(worker, cancellation), () => null, bound, cancellation);

    private static SlicePilots PilotsOf(WorkerCommand worker, CancellationToken cancellation) => new(worker, 5, () => null, cancellation);
}
