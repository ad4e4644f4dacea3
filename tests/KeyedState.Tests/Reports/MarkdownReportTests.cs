using KeyedState.Reports;
using KeyedState.Results;
using KeyedState.Tests.Results;

namespace KeyedState.Tests.Reports;

/// <summary>What the page of a run says of how the run went.</summary>
public sealed class MarkdownReportTests
{
    [Theory]
    [InlineData(true, 5, true)]
    [InlineData(true, 6, false)]
    [InlineData(false, 1, false)]
    public void Render_LookPlannedWithTooFewLaunches_IsSaidWhereFiguresMayBeQuoted(bool quotable, int launches, bool said)
    {
        var run = ReportSamples.Whole();

        var page = Page(run with { Quotable = quotable, Looks = [run.Looks[0], run.Looks[1] with { Launches = launches }] });

        Assert.Equal(said, page.Contains("Too few launches on all cores for intervals: there was time for 5 of each state, and an interval needs 6", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(319e6, 4, "on 2 cores it is 1.60 times as fast as on one. It takes more than 10 % of the time of these states on all cores: ConcurrentDictionary 25 %, Lock 24 %, ReaderWriterLockSlim 22 %.")]
    [InlineData(319e6, 1, "as on one. It takes no more than 10 % of any state's time on all cores.")]
    [InlineData(321e6, 4, null)]
    public void Render_HarnessThatScalesBadly_IsSaidWithItsShares(double allCores, double emptyTime, string? expected)
    {
        var run = SampleRun.Headline().WithLaunches(launch => launch is { State: "Empty", Look.Name: "all cores" } ? launch.WithTimes(time => time * emptyTime / 4) : launch);

        var page = Page(run with { HarnessScaling = new([200e6], [allCores]) });

        Assert.Equal(expected is not null, page.Contains("The harness scales badly on this machine", StringComparison.Ordinal));
        Assert.Contains(expected ?? "", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, null, "each with a constant number of operations.")]
    [InlineData(20.0, 0.0, "each with as many operations as take about 20 ms; a worker yields its thread after every operation.")]
    public void Render_Protocol_SaysHowMuchWorkAnIterationIs(double? window, double? run, string expected)
    {
        var whole = ReportSamples.Whole();
        var protocol = whole.Looks[0].Protocol with { WindowMilliseconds = window, RunMicroseconds = run };

        Assert.Contains(expected, Page(whole with { Looks = [whole.Looks[0] with { Protocol = protocol }, whole.Looks[1]] }), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("the table itself", "It uses a data structure of this suite (probed table) in place of a Dictionary. Others on the same one: Lock, probed table 90.9 M operations/s; Bare table (limit) 83.3 M operations/s.")]
    [InlineData(null, "It uses a data structure of this suite (probed table) in place of a Dictionary. No other measured state uses it.")]
    public void Render_WinnerWithATableOfItsOwn_NamesTheRowsWithTheSame(string? others, string expected)
    {
        var table = others is null ? null : "probed table";
        var run = SampleRun.Of(
            SampleRun.State("SequenceLock", "Sequence lock", "Optimistic", "AtOnce") with { OwnTable = "probed table" },
            SampleRun.State("LockedProbedTable", "Lock, probed table", "Lock", "AtOnce") with { OwnTable = table },
            SampleRun.State("BareTable", "Bare table", "Limit", "AtOnce") with { OwnTable = table })
            .WithLaunches(launch => SampleRun.Launch(launch.State, launch.Look, launch.Round, launch.State switch { "SequenceLock" => 10, "LockedProbedTable" => 11, _ => 12 }))
            .Without(launch => launch.Round > 0);

        Assert.Contains(expected, Page(run), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(300, "Here a worker made 300 operations in a row on one core and 600 operations in a row on all cores; `run --suite alternating` measures it with a yield after every operation.")]
    [InlineData(1, "Here a worker yielded its thread after every operation.")]
    public void Render_StateThatDependsOnAlternation_IsNamedWithTheRunThatItsFiguresHoldFor(long runLength, string expected)
    {
        var run = SampleRun.Of(SampleRun.State("FrozenDictionary", "FrozenDictionary", "CopyOnWrite", "AtOnce") with { DependsOnAlternation = true, DependsBecause = "writes wait for a read" });
        run = run.WithLaunches(launch => launch with { RunLength = launch.Look == Look.OneCore || runLength == 1 ? runLength : 2 * runLength });

        var page = Page(run);

        Assert.Contains($"- `FrozenDictionary` depends on how closely reads and writes alternate: writes wait for a read. {expected}", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Render_DependenceOnAlternationWithoutItsReason_IsNamedAllTheSame()
    {
        var run = SampleRun.Of(SampleRun.State("FrozenDictionary", "FrozenDictionary", "CopyOnWrite", "AtOnce") with { DependsOnAlternation = true });

        Assert.Contains("- `FrozenDictionary` depends on how closely reads and writes alternate. Here ", Page(run), StringComparison.Ordinal);
    }

    [Fact]
    public void Render_CostsWithoutTieredCompilation_AreSaidToBeWithTheDifferenceThatTheRunShows()
    {
        const string said = "tiered compilation and with it profile-guided optimisation are off";
        var run = SampleRun.Of(SampleRun.State("Unsynchronised", "Unsynchronised dictionary", "Limit", "AtOnce"));
        run = run.WithLaunches(launch => SampleRun.Launch(launch.State, launch.Look, launch.Round, launch.Look == Look.OneCore ? 4.4 : 1.45));
        var settings = run.Looks[0].Placement with { RuntimeSettings = new Dictionary<string, string>() };

        Assert.Contains("takes 4.40 ns on one core without them, and 2.90 ns on all cores with them (2 cores / 690 M operations/s).", Page(run), StringComparison.Ordinal);
        Assert.Contains(said, Page(ReportSamples.Whole()), StringComparison.Ordinal);
        Assert.DoesNotContain(said, Page(run with { Looks = [run.Looks[0] with { Placement = settings }, run.Looks[1]] }), StringComparison.Ordinal);
    }

    private static string Page(StoredRun run) => MarkdownReport.Render(RunAnalysis.Of(run));
}
