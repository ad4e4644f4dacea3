using System.Xml.Linq;
using KeyedState.Reports;
using KeyedState.Results;
using KeyedState.Tests.Results.Places;

namespace KeyedState.Tests.Reports;

public sealed class PlacesReportTests
{
    // An order that turns, one that is level on one place, a state that has changed, and cards that differ.
    private static readonly PlaceComparison Two = PlaceSamples.Described(PlaceComparison.Of(
    [
        PlaceSamples.Near() with { ChangedSince = new HashSet<string> { "OtherOwner" } },
        PlaceSamples.Far(("Quick", 50), ("Slow", 49.9), (RunAnalysis.BaselineName, 240), ("OtherOwner", 200)).With(run => run with
        {
            Source = run.Source with { Commit = "fedcba9876543210fedcba9876543210fedcba98" },
            Cards = run.Cards! with { Before = run.Cards.Before with { NearestRoundTrip = 330, FarthestRoundTrip = 330, LoneSwap = 9 }, After = null },
        }),
    ]));

    [Fact]
    public void Render_TwoPlaces_IsAsLookedAt() => GoldenFile.Matches(PlacesReport.Render(Two), "two-places.md");

    [Fact]
    public void RenderChart_TwoPlaces_IsAsLookedAt() => GoldenFile.Matches(PlacesChart.Render(Two), "two-places.svg");

    [Fact]
    public void RenderReadme_TwoPlaces_IsAsLookedAt() => GoldenFile.Matches(ReportSamples.Readme(Two), "two-places-readme.md");

    [Fact]
    public void Render_PlacesOfOneDistance_AreToldApartByTheirMachine()
    {
        var other = PlaceSamples.Near().With(run => run with { Machine = run.Machine with { Folder = "another-machine", Processor = "Other Processor" } });
        var twin = PlaceSamples.Near().With(run => run with { Machine = run.Machine with { Folder = "test-machine-0123abcd" } });

        Assert.Contains("| state | Other Processor, 2 cores, near cores | Test Processor, 2 cores, near cores | range |", PlacesReport.Render(PlaceComparison.Of([PlaceSamples.Near(), other])), StringComparison.Ordinal);
        Assert.Contains("| state | Test Processor, 2 cores (-machine), near cores | Test Processor, 2 cores (0123abcd), near cores | range |", PlacesReport.Render(PlaceComparison.Of([PlaceSamples.Near(), twin])), StringComparison.Ordinal);
    }

    [Fact]
    public void Render_HostileTexts_StayText()
    {
        var comparison = PlaceComparison.Of(
        [
            new(RunAnalysis.Of(ReportSamples.Malicious()), null),
            new(RunAnalysis.Of(ReportSamples.Malicious() with { Machine = ReportSamples.Malicious().Machine with { Folder = "another", Processor = "<b>`|" } }), new HashSet<string>()),
        ]);

        RendererTests.AssertHarmlessMarkdown(PlacesReport.Render(comparison));
        RendererTests.AssertHarmlessMarkdown(ReportSamples.Readme(comparison));
        Assert.DoesNotContain(XDocument.Parse(PlacesChart.Render(comparison)).Descendants(), element => element.Name.LocalName is "script" or "b");
    }
}
