using System.Xml.Linq;
using KeyedState.Reports;
using KeyedState.Results;
using KeyedState.Tests.Results.Latency;

namespace KeyedState.Tests.Reports;

public sealed class LatencyReportTests
{
    private static readonly LatencyAnalysis Analysis = new(LatencySamples.Run());

    [Fact]
    public void Render_Run_IsAsItWasLookedAt() => GoldenFile.Matches(LatencyReport.Render(Analysis, "report"), "latency.md");

    [Fact]
    public void PicturesOf_Run_AreAsTheyWereLookedAt()
    {
        foreach (var (file, svg) in LatencyReport.PicturesOf(Analysis, "latency"))
        {
            XDocument.Parse(svg);
            GoldenFile.Matches(svg, file);
        }
    }

    [Fact]
    public void Render_NoLaunches_HasNoFigures()
    {
        var page = LatencyReport.Render(new LatencyAnalysis(LatencySamples.Run() with { Launches = [] }), "report");

        Assert.Contains("This run is not complete", page, StringComparison.Ordinal);
        Assert.DoesNotContain(".svg", page, StringComparison.Ordinal);
        Assert.DoesNotContain("starves:**", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Render_RoleThatStarvesInSomeLaunches_SaysInHowMany()
    {
        var run = LatencySamples.Run();
        var page = Render(run with
        {
            Launches = [.. run.Launches.Select(launch => launch.Round < 4 ? launch with { Closed = run.Launches.First(other => other.State == "Lock").Closed } : launch)],
        });

        Assert.Contains("writers in 2 of 6 launches of Readers", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Nobody starves", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Render_RateAboveWhatCouldBeDriven_SaysWhyItWasNotMeasured()
    {
        var run = LatencySamples.Run();
        var page = Render(run with
        {
            Protocol = run.Protocol with { DriverLimit = 40_000 },
            Launches = [.. run.Launches.Select(launch => launch with { Open = [.. launch.Open.Where(loop => loop.Rate < 40_000)] })],
        });

        Assert.Contains("Not measured: 40,000 a second is the highest rate at which the loop was seen to keep its schedule", page, StringComparison.Ordinal);
        Assert.DoesNotContain("overloaded |", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(21)]
    public void PicturesOf_HardlyAnyTimes_AreLeftOut(int times)
    {
        var run = LatencySamples.Run();
        var (none, some) = (LatencySamples.Histogram([]).ToText(), LatencySamples.Histogram(Enumerable.Repeat(5_000L, times)).ToText());
        var analysis = new LatencyAnalysis(run with
        {
            Launches = [.. run.Launches.Where(launch => launch.Round == 0).Select(launch => launch with { Open = [new(10_000, times, times, times, 0, null, [some, none], some)] })],
        });

        Assert.Empty(LatencyReport.PicturesOf(analysis, "latency"));
        Assert.NotEmpty(LatencyReport.Render(analysis, "latency"));
    }

    [Fact]
    public void PicturesOf_RateThatWasMissedBetweenTwo_BreaksTheLine()
    {
        var run = LatencySamples.Run();
        Assert.Equal(Lines(run) + 1, Lines(run with
        {
            Protocol = run.Protocol with { Rates = [10_000, 50_000, 60_000] },
            Launches = [.. run.Launches.Select(launch => launch.State == "Lock" ? launch with { Open = [launch.Open[0], Missed(launch.Open[1]), launch.Open[1] with { Rate = 60_000 }] } : launch)],
        }));

        static int Lines(StoredLatencyRun run) => LatencyReport.PicturesOf(new(run), "latency").Single(one => one.File == "latency-loads.svg").Svg.Split("<polyline").Length;

        static StoredOpenLoop Missed(StoredOpenLoop loop) => loop with { Served = 0, Answered = 0, Response = null, Service = null };
    }

    private static string Render(StoredLatencyRun run) => LatencyReport.Render(new(run), "report");
}
