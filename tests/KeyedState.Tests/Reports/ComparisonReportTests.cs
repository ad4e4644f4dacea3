using KeyedState.Reports;
using KeyedState.Results;
using KeyedState.Tests.Results;

namespace KeyedState.Tests.Reports;

public sealed class ComparisonReportTests
{
    [Fact]
    public void Render_TwoRuns_IsAsLookedAt() =>
        GoldenFile.Matches(ComparisonReport.Render(RunComparison.Of(ReportSamples.Whole(), Later()), 3), "comparison.md");

    [Fact]
    public void Render_BrokenRun_IsAsLookedAt() =>
        GoldenFile.Matches(ComparisonReport.Render(RunComparison.Of(ReportSamples.Whole(), ReportSamples.Broken())), "broken-comparison.md");

    [Theory]
    [InlineData(1, "# Two runs one commit apart")]
    [InlineData(12, "# Two runs 12 commits apart")]
    [InlineData(-2, "# Two runs 2 commits apart, B from the older source")]
    [InlineData(null, "# Two runs of different commits")]
    public void Render_CommitsApart_StandInTheTitle(int? commits, string title)
    {
        var run = ReportSamples.Whole();

        var page = ComparisonReport.Render(RunComparison.Of(run, run with { Source = run.Source with { Commit = "abc" } }), commits);

        Assert.StartsWith(title + "\n", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Render_DifferentMachines_SaysSoInTheTitle() =>
        Assert.StartsWith("# Two runs from different machines", ComparisonReport.Render(RunComparison.Of(ReportSamples.Whole(), ReportSamples.Malicious())), StringComparison.Ordinal);

    [Fact]
    public void Render_HostileText_StaysText()
    {
        var page = ComparisonReport.Render(RunComparison.Of(ReportSamples.Malicious(), ReportSamples.Malicious() with { Suite = "other" }));

        RendererTests.AssertHarmlessMarkdown(page);
        Assert.DoesNotContain('\u001b', page);
        Assert.DoesNotContain('\u202E', page);
    }

    private static StoredRun Later()
    {
        var run = ReportSamples.Whole();
        return run.WithLaunches(launch => launch.State == "Lock" ? launch.WithTimes(time => 1.05 * time) : launch) with
        {
            Started = run.Started.AddDays(30),
            Machine = run.Machine with { Runtime = ".NET 10.0.13" },
            Source = run.Source with { Commit = "fedcba9876543210fedcba9876543210fedcba98" },
            States = [.. run.States.Skip(1), SampleRun.State("NewOwner", "New owner", "ChannelOwner", "Inline")],
            Looks = [run.Looks[0] with { Protocol = run.Looks[0].Protocol with { Iterations = 8 } }, run.Looks[1]],
            Launches = [.. run.Launches.Where(launch => launch.State != run.States[0].Name)],
            PlannedLaunches = 128,
        };
    }
}
