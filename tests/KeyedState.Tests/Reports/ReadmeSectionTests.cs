using KeyedState.Reports;
using KeyedState.Results;
using KeyedState.Tests.Results.Places;

namespace KeyedState.Tests.Reports;

public sealed class ReadmeSectionTests
{
    private static readonly PlaceComparison Whole = ReportSamples.OnlyPlace(RunAnalysis.Of(ReportSamples.Whole()));

    [Fact]
    public void Replace_BetweenTheMarkers_TouchesNothingElse()
    {
        var readme = $"# A\n\n{ReadmeSection.Begin}\nold\n{ReadmeSection.End}\n\nrest\n";

        var replaced = ReadmeSection.Replace(readme, Whole);

        Assert.Equal($"# A\n\n{ReadmeSection.Begin}\n{ReadmeSection.Render(Whole)}\n{ReadmeSection.End}\n\nrest\n", replaced);
        Assert.Equal(replaced, ReadmeSection.Replace(replaced, Whole));
    }

    [Theory]
    [InlineData("nothing", "results:begin --> exactly once: add it")]
    [InlineData("<!-- results:begin -->", "results:end --> exactly once: add it")]
    [InlineData("<!-- results:begin --><!-- results:begin --><!-- results:end -->", "results:begin --> exactly once: remove the others")]
    [InlineData("<!-- results:begin --><!-- results:end --><!-- results:end -->", "results:end --> exactly once: remove the others")]
    [InlineData("<!-- results:end --><!-- results:begin -->", "put them in order")]
    public void Replace_MarkersAreWrong_SaysWhatToDo(string readme, string expected) => Assert.Contains(
        expected, Assert.Throws<FormatException>(() => ReadmeSection.Replace(readme, Whole)).Message, StringComparison.Ordinal);

    [Fact]
    public void Render_OnePlace_SaysSoAndHasIntervals()
    {
        var section = ReadmeSection.Render(PlaceComparison.Of([PlaceSamples.Near()]));

        Assert.Contains("Measured on one machine only: Test Processor, 2 cores, near cores (a cache line takes 60.0 ns from one core to the other and back).", section, StringComparison.Ordinal);
        Assert.Contains(":** Quick, 10.0 (9.06–11.0) times the baseline on all cores, ahead of Swift.", section, StringComparison.Ordinal);
        Assert.DoesNotContain("on every place", section, StringComparison.Ordinal);
    }

    [Fact]
    public void Render_StateThatIsAheadOnEveryPlace_IsQuotedWithTheRange()
    {
        var section = ReadmeSection.Render(PlaceComparison.Of([PlaceSamples.Far(("Quick", 15)), PlaceSamples.Near()]));

        Assert.Contains("Measured on 2 places, a place being a machine with its cores at one distance: Test Processor, 2 cores, near cores (a cache line takes 60.0 ns from one core to the other and back); Test Processor, 2 cores, far cores (320 ns).", section, StringComparison.Ordinal);
        Assert.Contains(":** Quick, 6.67–10.0 times the baseline on all cores, ahead of Swift on every place.", section, StringComparison.Ordinal);
        Assert.Contains("| Quick | synchronously | delays nobody | 6.67–10.0 | 10.0–15.1 | 0.00 |  |", section, StringComparison.Ordinal);
        Assert.Contains("[near cores](results/test-machine/headline/near/report.md)", section, StringComparison.Ordinal);
        Assert.Contains("[far cores](results/test-machine/headline/far/report.md)", section, StringComparison.Ordinal);
    }

    [Fact]
    public void Render_OrderThatTurns_IsQuotedOfNoPlaceAlone()
    {
        var section = ReadmeSection.Render(PlaceComparison.Of([PlaceSamples.Near(), PlaceSamples.Far(("Quick", 50))]));

        Assert.Contains(":** Which state is ahead depends on the place: on near cores Quick, 2.00–10.0 times the baseline on all cores; on far cores Swift, 5.00 times the baseline on all cores.", section, StringComparison.Ordinal);
    }

    [Fact]
    public void Render_StateThatIsLevelOnOnePlace_SaysWhere()
    {
        var section = ReadmeSection.Render(PlaceComparison.Of([PlaceSamples.Near(), PlaceSamples.Far(("Quick", 19.99))]));

        Assert.Contains(":** Quick, 5.00–10.0 times the baseline on all cores, behind no other; on far cores level with Swift.", section, StringComparison.Ordinal);
    }

    [Fact]
    public void Render_StateThatHasChangedSince_IsNotQuoted()
    {
        var section = ReadmeSection.Render(PlaceComparison.Of([PlaceSamples.Near(), PlaceSamples.Far() with { ChangedSince = new HashSet<string> { "Quick" } }]));

        Assert.Contains(":** Swift, 5.00 times the baseline on all cores, ahead of Slow on every place. It allocates nothing. Changed since, and not quoted: Quick.", section, StringComparison.Ordinal);
        Assert.Contains("| Quick | synchronously | delays nobody | changed since | – | – |  |", section, StringComparison.Ordinal);
    }

    [Fact]
    public void Render_BaselineThatHasChangedSince_QuotesNoMultiple()
    {
        var section = ReadmeSection.Render(PlaceComparison.Of([PlaceSamples.Near() with { ChangedSince = new HashSet<string> { RunAnalysis.BaselineName } }]));

        Assert.Contains(":** Quick, ahead of Swift.", section, StringComparison.Ordinal);
        Assert.Contains("| Quick | synchronously | delays nobody | – |", section, StringComparison.Ordinal);
        Assert.Contains("which has changed since, so no multiples of it are quoted", section, StringComparison.Ordinal);
        Assert.DoesNotContain("times the baseline", section, StringComparison.Ordinal);
    }

    [Fact]
    public void Render_WhatHasChangedIsNotKnown_SaysSoAndQuotes()
    {
        var section = ReadmeSection.Render(PlaceComparison.Of([PlaceSamples.Near() with { ChangedSince = null }]));

        Assert.Contains("what has changed since is not known", section, StringComparison.Ordinal);
        Assert.Contains("Quick, 10.0", section, StringComparison.Ordinal);
    }
}
