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
    }
}
