using KeyedState.Reports;
using KeyedState.Results;
using KeyedState.Tests.Results.Latency;

namespace KeyedState.Tests.Reports;

public sealed class PacedTablesTests
{
    [Fact]
    public void Render_DesignThatDoesNotKeepUp_IsNamedWithItsShare()
    {
        var page = Render(LatencySamples.Run());

        Assert.Contains("**At the fixed rate**, 3 of the 4 designs complete at least 99 % of 110,000 a second, and Actor (47.6 %) does not.", page, StringComparison.Ordinal);
        Assert.Contains("3 of the 4 designs complete at least 97 % of what the original completes in Go, and Actor (65.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("may be the pacing", page, StringComparison.Ordinal);
        Assert.DoesNotContain("could not bear the fixed rate", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Render_ShareJustBelowTheBound_IsNotRoundedUpToIt()
    {
        var page = Render(With(_ => new(new(48_000, 0.5, 0.1), new(54_395, 0.5, 0.1))));

        Assert.Contains("no design completes at least 99 %", page, StringComparison.Ordinal);
        Assert.Contains("Lock (98.9 %)", page, StringComparison.Ordinal);
        Assert.Contains("all 4 designs complete at least 97 %", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Render_EmptyStateBelowTheFixedRate_SaysThatThePacingMayBeIt() => Assert.Contains(
        "The empty state completes 90.9 % of it, so what is missing may be the pacing",
        Render(With(launch => launch.State == LatencyAnalysis.Floor ? launch.Paced! with { FixedRate = new(50_000, 0.5, 0.1) } : launch.Paced!)),
        StringComparison.Ordinal);

    [Fact]
    public void Render_ChannelsInGoBelowTheFixedRate_SaysSo()
    {
        var run = LatencySamples.Run();
        var page = Render(run with { Go = run.Go! with { Launches = [.. run.Go.Launches.Select(launch => launch with { ReadOps = 70_000, WriteOps = 7_000 })] } });

        Assert.Contains("Go's channels complete 77.0 (77.0–77.0) k/s even without pauses, and could not bear the fixed rate.", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Render_NoGo_SaysWhyAndHoldsNothingAgainstIt()
    {
        var page = Render(LatencySamples.Run() with { Go = new(null, "there is no go on the path.", []) });

        Assert.Contains("Go was not measured: there is no go on the path.", page, StringComparison.Ordinal);
        Assert.Contains("there is no figure in Go to hold that against", page, StringComparison.Ordinal);
        Assert.Contains("| of the intended |", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Go: ", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Render_GoThatEnded_HasItsFiguresAndSaysWhyThereAreNoMore()
    {
        var run = LatencySamples.Run();
        var page = Render(run with { Go = run.Go! with { AbsentBecause = "it did not end." } });

        Assert.Contains("Go was measured no further: it did not end.", page, StringComparison.Ordinal);
        Assert.Contains("| Go: sync.Map |", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Render_NothingPaced_SaysSo()
    {
        var run = LatencySamples.Run();
        var page = Render(run with { Go = null, Launches = [.. run.Launches.Select(launch => launch with { Paced = null })] });

        Assert.Contains("## Paced\n\nNot measured.\n", page, StringComparison.Ordinal);
        Assert.Contains("Go was not measured.\n", page, StringComparison.Ordinal);
        Assert.DoesNotContain("- Paced:", page, StringComparison.Ordinal);
    }

    private static StoredLatencyRun With(Func<StoredLatencyLaunch, StoredPaced> paced)
    {
        var run = LatencySamples.Run();
        return run with { Launches = [.. run.Launches.Select(launch => launch with { Paced = paced(launch) })] };
    }

    private static string Render(StoredLatencyRun run) => LatencyReport.Render(new(run), "report");
}
