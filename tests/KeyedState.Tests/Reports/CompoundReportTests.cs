using KeyedState.Reports;
using KeyedState.Results;
using KeyedState.Tests.Results.Compound;

namespace KeyedState.Tests.Reports;

public sealed class CompoundReportTests
{
    private static readonly string Page = CompoundReport.Render(new CompoundAnalysis(CompoundSamples.Run()));

    [Fact]
    public void Render_Run_IsAsItWasLookedAt() => GoldenFile.Matches(Page, "compound.md");

    [Fact]
    public void Render_StatesThatChangePlaces_SaysSo() => Assert.Contains(
        "**The order turns** between *all write* and *ledger*", CompoundReport.Render(new CompoundAnalysis(WithALedgerThatTurns())), StringComparison.Ordinal);

    [Fact]
    public void Render_LackWithABar_KeepsTheTable() => Assert.Contains(@"no: two \| waits", Page, StringComparison.Ordinal);

    [Fact]
    public void Render_NobodyUpdates_SaysSo()
    {
        var run = CompoundSamples.Run();

        Assert.Contains(
            "No measured design offers them.",
            CompoundReport.Render(new CompoundAnalysis(run with { Series = [.. run.Series.Where(series => series.ApartTimes is null)] })),
            StringComparison.Ordinal);
    }

    private static StoredSeriesRun WithALedgerThatTurns()
    {
        var run = CompoundSamples.Run();
        return run with
        {
            Series = [.. run.Series.Select(series => series is { State: "Owner", Scenario: "ledger" } ? CompoundSamples.Series("Owner", series.Look, series.Round, "ledger", 30, 300) : series)],
        };
    }
}
