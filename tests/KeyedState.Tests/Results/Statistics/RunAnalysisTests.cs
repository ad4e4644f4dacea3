using KeyedState.Results;

namespace KeyedState.Tests.Results.Statistics;

public sealed class RunAnalysisTests
{
    private const string Baseline = RunAnalysis.BaselineName;

    private static readonly StoredState[] Three =
    [
        SampleRun.State("Empty", "Empty", "Limit", "AtOnce"),
        SampleRun.State("Lock", "Lock", "Lock", "AtOnce"),
        SampleRun.State(Baseline, "Baseline", "ChannelOwner", "Asynchronous"),
    ];

    [Fact]
    public void Of_Figures_AreTheTablesOfTheRun()
    {
        // By hand: on one core 2, 12 + round and 200 ns; on all 1, 20 and 100 * (round + 1) ns. Of eight values the interval of
        // the centre leaves out three averages of pairs at each end: of 12 to 19 these are 12, 12.5 and 13 (the first of two).
        var run = Timed(
            round => (2, 1),
            round => (12 + round, 20),
            round => (200, 100 * (round + 1)));

        var states = RunAnalysis.Of(run).States.ToDictionary(state => state.Declared.Name);

        // What figures move from run to run by is added to each: a share, and for a difference that share of the cost.
        var (one, all) = (Look.OneCore.Metric.BetweenRuns, Look.AllCores.Metric.BetweenRuns);
        AssertEstimate(states["Lock"].Cost, 15.5, Wider(15.5, 13, one), Wider(15.5, 18, one));
        AssertEstimate(states["Lock"].NetCost, 13.5, 13.5 - double.Hypot(2.5, double.Hypot(15.5, 2) * one), 13.5 + double.Hypot(2.5, double.Hypot(15.5, 2) * one));
        AssertEstimate(states["Lock"].Throughput, 5e7, 5e7 * Math.Exp(-all), 5e7 * Math.Exp(all));
        // The ratios of all 64 pairs are 5, 10, …, 40, eight times each, and the interval of eight against eight leaves out 13 at each end.
        AssertEstimate(states["Lock"].Speedup, Math.Sqrt(20 * 25), Wider(Math.Sqrt(500), 10, Math.Sqrt(2) * all), Wider(Math.Sqrt(500), 35, Math.Sqrt(2) * all));
        Assert.Equal(new Estimate(1, null, null, null, 8), states[Baseline].Speedup.Estimate);
        Assert.Equal(0.9, states["Lock"].SharedTime.Estimate!.Center, 12);
        Assert.Equal(9, states["Lock"].PeakPoolThreads);
        Assert.Equal(0.1, states["Lock"].WorkItems.Estimate!.Center, 12);
        Assert.Equal(0.05, states[Baseline].Gen0.Estimate!.Center, 9);
    }

    [Fact]
    public void Of_RoundsInWhichTheCoreWasSlowedDown_DoNotMoveOrWidenCosts()
    {
        var quiet = RunAnalysis.Of(SampleRun.Headline().Without(launch => IsSlowed(launch))).States;

        var slow = RunAnalysis.Of(SampleRun.Headline().WithLaunches(launch =>
            launch.Look == Look.AllCores ? launch
            : IsSlowed(launch) ? launch.WithTimes(time => 1.3 * time).WithPace(Enumerable.Repeat(1.4, 6).ToArray())
            : launch.WithPace(Enumerable.Repeat(1.0, 6).ToArray()))).States;

        foreach (var (before, after) in quiet.Zip(slow))
        {
            Assert.Equal(before.Cost, after.Cost);
            Assert.Equal(before.NetCost, after.NetCost);
        }

        Assert.Equal(2, slow[0].Slowed.Count);

        static bool IsSlowed(StoredLaunch launch) => launch is { Look.Name: "one core", Round: 1 or 4 };
    }

    [Fact]
    public void Of_MissingRoundsOnOneCore_ArePairedByWhatBothHave()
    {
        var run = Timed(round => (10 * round, 1), round => (12 + (11 * round), 20), _ => (200, 100))
            .Without(launch => (launch.State == "Empty" && launch.Round < 2) || (launch.State == "Lock" && launch.Round > 6));

        var net = RunAnalysis.Of(run).States.Single(state => state.Declared.Name == "Lock").NetCost.Estimate!;

        Assert.Equal(new Estimate(16, null, null, null, 5), net); // rounds 2 to 6: 14, 15, 16, 17, 18
    }

    [Fact]
    public void Of_BaselineOfTwoModes_LeavesTheRatioNarrow()
    {
        // Twelve launches of the baseline, two of them in a mode three times as slow, against six, one of them odd too: neither reaches an end.
        var run = Timed(_ => (2, 1), round => (12, round == 3 ? 60 : 20 + (0.1 * round)), round => (200, round is 2 or 5 ? 300 : 100 + round));
        run = run with
        {
            Launches =
            [
                .. run.Launches.Where(launch => launch.Round < 6),
                .. Enumerable.Range(6, 6).Select(round => SampleRun.Launch(Baseline, Look.AllCores, round, 100 + round)),
            ],
        };

        var states = RunAnalysis.Of(run).States.ToDictionary(state => state.Declared.Name);

        var speedup = states["Lock"].Speedup.Estimate!;
        Assert.Equal(5.3, speedup.Center, 0.1); // 106 by 20
        // What figures move by from run to run is a tenth.
        Assert.InRange(speedup.Lower!.Value, 0.85 * speedup.Center, speedup.Center);
        Assert.InRange(speedup.Upper!.Value, speedup.Center, 1.15 * speedup.Center);
        Assert.Equal(12, states[Baseline].Throughput.Estimate!.Count);
        Assert.DoesNotContain(Mark.TooFewLaunches, states["Lock"].Marks);
    }

    [Fact]
    public void Of_LaunchesEqualToTheBaselines_GiveOne()
    {
        var run = Timed(_ => (2, 1), round => (12, 100 + round), round => (200, 100 + round));

        var speedup = RunAnalysis.Of(run).States.Single(state => state.Declared.Name == "Lock").Speedup.Estimate!;

        Assert.Equal(1, speedup.Center, 1e-12);
        Assert.True(speedup.Includes(1));
    }

    [Fact]
    public void Of_Allocations_AreTotalsBeyondTheLimit()
    {
        var run = SampleRun.Headline().WithLaunches(launch => launch.State switch
        {
            "Empty" => launch.WithTotal(Metric.Allocated, 1.5 * SampleRun.Operations),
            "Lock" => launch.WithTotal(Metric.Allocated, (launch.Round == 0 ? 3 + 1.5 : 1.5) * SampleRun.Operations),
            "AsynchronousFloor" => launch.WithTotal(Metric.Allocated, 3 * SampleRun.Operations),
            _ => launch,
        });

        var states = RunAnalysis.Of(run).States.ToDictionary(state => state.Declared.Name);

        Assert.Equal(0.25, states["Empty"].Allocated.Estimate!.Center, 12);
        Assert.Equal(3.0 / 8 / 6, states["Lock"].AllocatedBeyond.Estimate!.Center, 12);
        Assert.Equal(248 - 0.5, states[Baseline].AllocatedBeyond.Estimate!.Center, 12);
        Assert.Equal("what it allocates is what is subtracted from the others", states["Empty"].AllocatedBeyond.AbsentBecause);
    }

    [Fact]
    public void Of_RowThatOthersNeedIsMissing_FiguresAreAbsentWithTheReason()
    {
        var run = SampleRun.Of(SampleRun.State("Lock", "Lock", "Lock", "AtOnce"));

        var row = Assert.Single(RunAnalysis.Of(run).States);

        Assert.Equal("Empty was not measured", row.NetCost.AbsentBecause);
        Assert.Equal("Empty has no figures to subtract", row.AllocatedBeyond.AbsentBecause);
        Assert.Equal($"{Baseline} was not measured", row.Speedup.AbsentBecause);
        Assert.NotNull(row.Cost.Estimate);
    }

    [Fact]
    public void Of_LookThatWasNotTaken_GivesItsReason()
    {
        var run = SampleRun.Headline().Without(launch => launch.Look == Look.OneCore);
        run = run with { Looks = [run.Looks[0] with { AbsentBecause = "no pinning here" }, run.Looks[1]] };

        var analysis = RunAnalysis.Of(run);

        Assert.All(analysis.States, state => Assert.Equal("no pinning here", state.Cost.AbsentBecause));
        Assert.All(analysis.States, state => Assert.DoesNotContain(Mark.TooFewLaunches, state.Marks));
        Assert.False(analysis.IsPartial);
    }

    [Fact]
    public void Of_FewerLaunchesThanPlanned_IsPartial() =>
        Assert.True(RunAnalysis.Of(SampleRun.Headline() with { PlannedLaunches = 145 }).IsPartial);

    [Fact]
    public void Of_FailedState_HasNoFiguresAndWinsNothing()
    {
        var run = SampleRun.Headline() with { Failures = [new("ConcurrentDictionary", Look.OneCore, "It hung.")] };

        var analysis = RunAnalysis.Of(run);

        var failed = analysis.States.Single(state => state.HasFailed);
        Assert.Equal([Mark.Failed], failed.Marks);
        Assert.Equal("it failed", failed.Throughput.AbsentBecause);
        Assert.Equal(16, failed.Launches.Count);
        Assert.Equal("Lock", analysis.Answers.Single(answer => answer.Promise.Replies == "AtOnce").Best.Declared.Name);
    }

    [Fact]
    public void Of_DiscardedLaunch_LeavesTheStateItsFigures()
    {
        var run = SampleRun.Headline() with { Failures = [new("Lock", Look.OneCore, "It was not pinned.", Discarded: true)] };

        var state = RunAnalysis.Of(run).States.Single(row => row.Declared.Name == "Lock");

        Assert.False(state.HasFailed);
        Assert.NotNull(state.Cost.Estimate);
        Assert.Single(state.Failures);
    }

    [Fact]
    public void Of_States_StandByPromiseThenSpeedAndLimitsLast() => Assert.Equal(
        [
            "ConcurrentDictionary", "Lock", "ReaderWriterLock",
            "RendezvousOwner", Baseline,
            "LeaseOwner",
            "InlineOwner",
            "Empty", "AsynchronousFloor",
        ],
        RunAnalysis.Of(SampleRun.Headline()).States.Select(state => state.Declared.Name));

    [Fact]
    public void UnderTheFloor_StateThatCostsLess_IsNamed()
    {
        Assert.Empty(RunAnalysis.Of(SampleRun.Headline()).UnderTheFloor);

        var run = SampleRun.Headline().WithLaunches(launch => launch is { State: "LeaseOwner", Look.Name: "one core" }
            ? SampleRun.Launch("LeaseOwner", Look.OneCore, launch.Round, 49)
            : launch);

        Assert.Equal("LeaseOwner", Assert.Single(RunAnalysis.Of(run).UnderTheFloor).Declared.Name);
    }

    private static StoredRun Timed(params Func<int, (double Cost, double Throughput)>[] times) =>
        SampleRun.Of(Three).WithLaunches(launch =>
        {
            var (cost, throughput) = times[Array.FindIndex(Three, state => state.Name == launch.State)](launch.Round);
            return SampleRun.Launch(launch.State, launch.Look, launch.Round, launch.Look == Look.OneCore ? cost : throughput);
        });

    private static double Wider(double center, double end, double share) =>
        center * Math.Exp(Math.Sign(end - center) * double.Hypot(Math.Log(end / center), share));

    private static void AssertEstimate(Figure figure, double center, double lower, double upper)
    {
        Assert.Equal(center, figure.Estimate!.Center, center * 1e-9);
        Assert.Equal(lower, figure.Estimate.Lower!.Value, center * 1e-9);
        Assert.Equal(upper, figure.Estimate.Upper!.Value, center * 1e-9);
        Assert.Equal(8, figure.Estimate.Count);
    }
}
