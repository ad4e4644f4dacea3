using KeyedState.Reports;
using KeyedState.Results;
using KeyedState.Tests.Results.Matrix;

namespace KeyedState.Tests.Reports;

public sealed class MatrixReportTests
{
    private static readonly MatrixAnalysis Analysis = new(MatrixSamples.Run());
    private static readonly string Page = MatrixReport.Render(Analysis, [Analysis]);

    [Fact]
    public void Render_Run_IsAsItWasLookedAt() => GoldenFile.Matches(Page, "matrix.md");

    [Fact]
    public void Render_Axis_IsAsItWasLookedAt() => GoldenFile.Matches(MatrixChart.Render(Analysis, MatrixSamples.Keys), "matrix-keys.svg");

    [Fact]
    public void Render_LeaderChanges_SaysWhere() => Assert.Contains(
        @"**Share of writes:** Concurrent map leads up to about 30 %, then Lock \| one.", Page, StringComparison.Ordinal);

    [Fact]
    public void Render_TwoMachines_HasTheRange()
    {
        var other = new MatrixAnalysis(MatrixSamples.With("Map", "half", _ => 80));

        Assert.Contains("[23–30 %]", MatrixReport.Render(Analysis, [Analysis, other]), StringComparison.Ordinal);
    }

    [Fact]
    public void Render_MachineThatDoesNotShowWhere_IsNotLeftOutSilently()
    {
        var other = new MatrixAnalysis(MatrixSamples.With("Map", "half", round => round % 2 == 0 ? 15 : 28));

        Assert.Contains("[on all 2 runs; 30 % on the 1 that shows where]", MatrixReport.Render(Analysis, [Analysis, other]), StringComparison.Ordinal);
    }

    [Fact]
    public void Render_FewerLaunchesThanAnIntervalNeeds_SaysThatNobodyIsKnownToLead()
    {
        var page = Render(run => run with { Series = [.. run.Series.Where(one => one.Round < 5)] });

        Assert.Contains("**Share of writes:** too few launches to say who leads.", page, StringComparison.Ordinal);
        Assert.Contains("**Cores:** too few launches to say who gains.", page, StringComparison.Ordinal);
        Assert.Contains("**Garbage collector:** too few launches to say who leads.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("is level", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Render_FewerLaunchesAtOnePoint_NamesIt() => Assert.Contains(
        @"**Share of writes:** too few launches to say who leads with 50 %; Concurrent map leads up to 10 %, then Lock \| one.",
        Render(run => run with { Series = [.. run.Series.Where(one => one is not { Round: 5, Scenario: "half", State: "Owner" })] }),
        StringComparison.Ordinal);

    [Fact]
    public void Render_LeaderIsLevelWithAnother_SaysSoOfThatLeaderAlone() => Assert.Contains(
        @"**Share of writes:** Concurrent map leads up to about 30 %, then Lock \| one leads or is level with the fastest.",
        Render(_ => MatrixSamples.With("Owner", "all", round => round % 2 == 0 ? 19 : 22)),
        StringComparison.Ordinal);

    [Fact]
    public void Render_FastestIsLevelWithAnother_HasNobodyBoldInTheirColumn()
    {
        var page = Render(_ => MatrixSamples.With("Owner", "all", round => round % 2 == 0 ? 19 : 22));

        Assert.Contains(@"| Lock \| one | 47.6 (45.5–50.0) | 47.6 (45.5–50.0) | **47.6 (45.5–50.0)** | 47.6 (45.5–50.0) |", page, StringComparison.Ordinal);
        Assert.Contains("| Plain owner | 4.76 (4.55–5.00) | 4.76 (4.55–5.00) | 4.76 (4.55–5.00) | 4", page, StringComparison.Ordinal);
    }

    // The interval of the ratio decides, as in the sentences: launches that are slow are so for both.
    [Fact]
    public void Render_IntervalsOverlapButEveryRoundHasOneFastest_IsBold() => Assert.Contains(
        @"| Lock \| one | 47.6 (45.5–50.0) | 47.6 (45.5–50.0) | **47.6 (45.5–50.0)** | **47.6 (45.5–50.0)** |",
        Render(_ => MatrixSamples.With("Owner", "all", _ => 20.5)),
        StringComparison.Ordinal);

    [Fact]
    public void Render_FewerLaunchesThanAnIntervalNeeds_HasNobodyBold() =>
        Assert.DoesNotContain("| **", Render(run => run with { Series = [.. run.Series.Where(one => one.Round < 5)] }), StringComparison.Ordinal);

    [Fact]
    public void Render_PlaceNearAMillion_HasItsCommas()
    {
        var keys = MatrixSamples.Keys with { Points = [MatrixSamples.Keys.Points[0], MatrixSamples.Keys.Points[1] with { At = 996_004_000_000 }, MatrixSamples.Keys.Points[2] with { At = 1e12 }] };

        Assert.Contains("up to about 1,000,000 keys", Render(run => run with { Axes = [keys] }), StringComparison.Ordinal);
    }

    [Fact]
    public void Render_MoreThanFiveChanges_CountsTheRest()
    {
        var writes = MatrixSamples.Writes with { Points = [.. Enumerable.Range(0, 14).Select(at => new StoredPoint($"{at}", at, at % 2 == 0 ? "none" : "half"))] };

        Assert.Contains("There are 8 more such changes in the table.", Render(run => run with { Axes = [writes] }), StringComparison.Ordinal);
    }

    [Fact]
    public void Render_TwoIterationsInALaunch_SaysThatTheirMeanCounts()
    {
        var page = Render(run => run with { Looks = [.. run.Looks.Select(look => look with { Protocol = look.Protocol with { Iterations = 2 } })] });

        Assert.Contains("A figure is the median over launches of the mean of each launch's two iterations.", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Render_StateThatDoesNotFit_HasItsReason() => Assert.Contains(
        "Plain owner has no figure for 10,000: a million keys would take 2 GB of memory, at 2000 bytes each.", Page, StringComparison.Ordinal);

    [Fact]
    public void PictureOf_PointsWithoutOrder_IsNone()
    {
        Assert.Null(MatrixReport.PictureOf(MatrixSamples.Collector));
        Assert.Null(MatrixReport.PictureOf(MatrixSamples.Cores));
        Assert.Equal("keys.svg", MatrixReport.PictureOf(MatrixSamples.Keys));
    }

    private static string Render(Func<StoredSeriesRun, StoredSeriesRun> change)
    {
        var analysis = new MatrixAnalysis(change(MatrixSamples.Run()));
        return MatrixReport.Render(analysis, [analysis]);
    }
}
