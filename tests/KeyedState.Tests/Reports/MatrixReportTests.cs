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
    public void Render_StateThatDoesNotFit_HasItsReason() => Assert.Contains(
        "Plain owner has no figure for 10,000: a million keys would take 2 GB of memory, at 2000 bytes each.", Page, StringComparison.Ordinal);

    [Fact]
    public void PictureOf_PointsWithoutOrder_IsNone()
    {
        Assert.Null(MatrixReport.PictureOf(MatrixSamples.Collector));
        Assert.Null(MatrixReport.PictureOf(MatrixSamples.Cores));
        Assert.Equal("keys.svg", MatrixReport.PictureOf(MatrixSamples.Keys));
    }
}
