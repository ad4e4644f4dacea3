using System.Globalization;
using System.Xml.Linq;
using KeyedState.Reports;
using KeyedState.Results;

namespace KeyedState.Tests.Reports;

public sealed class HistoryTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    public static TheoryData<string, RunHistory> Histories => new()
    {
        { "usual", HistorySamples.Usual() },
        { "hostile", HistorySamples.Malicious() },
        { "9 states, 1 run", HistorySamples.OfSize(9, 1) },
        { "9 states, 3 runs", HistorySamples.OfSize(9, 3) },
        { "35 states, 3 runs", HistorySamples.OfSize(35, 3, longTitles: true) },
        { "3 states, 400 runs", HistorySamples.OfSize(3, 400) },
        { "35 states, 60 runs", HistorySamples.OfSize(35, 60) },
    };

    [Fact]
    public void Render_UsualHistory_IsAsLookedAt()
    {
        GoldenFile.Matches(HistoryReport.Render(HistorySamples.Usual(), (_, _) => 4), "history.md");
        GoldenFile.Matches(HistoryChart.Render(HistorySamples.Usual()), "history.svg");
    }

    [Theory]
    [MemberData(nameof(Histories))]
    public void Render_AnyHistory_NoTwoTextsOverlapAndAllAreWithinThePaper(string what, RunHistory history)
    {
        var root = XDocument.Parse(HistoryChart.Render(history)).Root!;
        var texts = root.Descendants(Svg + "text").Select(TextBox.Of).ToArray();

        foreach (var (index, text) in texts.Index())
        {
            Assert.True(text.Left >= 0 && text.Right <= Number(root, "width") && text.Top >= 0 && text.Bottom <= Number(root, "height"), $"{what}: '{text.Text}'");
            Assert.All(texts.Skip(index + 1), other => Assert.False(text.Overlaps(other), $"{what}: '{text.Text}' and '{other.Text}'"));
        }
    }

    [Fact]
    public void Render_UsualHistory_MarksChangesOfBothKinds()
    {
        var lines = XDocument.Parse(HistoryChart.Render(HistorySamples.Usual())).Descendants(Svg + "line").Select(line => (string)line.Attribute("class")!).ToArray();

        Assert.Contains("change slower", lines);
        Assert.Equal(18, lines.Count(css => css == "condition"));
    }

    [Fact]
    public void Render_HostileText_StaysText()
    {
        var page = HistoryReport.Render(HistorySamples.Malicious(), (_, _) => null);

        RendererTests.AssertHarmlessMarkdown(page);
        Assert.DoesNotContain('\u001b', page + HistoryChart.Render(HistorySamples.Malicious()));
        Assert.DoesNotContain('\u202E', page + HistoryChart.Render(HistorySamples.Malicious()));
    }

    [Fact]
    public void Alarm_NewRegression_IsOneLineWithStateSizeAndCommits()
    {
        var history = HistorySamples.Usual();
        var (series, change) = history.NewRegressions(5)[0];

        var line = HistoryText.Alarm(history, series, change, (_, _) => 7);

        Assert.StartsWith("LeaseOwner became slower on one core: +", line, StringComparison.Ordinal);
        Assert.EndsWith("0000002300..0000002400 (7 commits).", line, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', line);
    }

    private static double Number(XElement element, string attribute) =>
        double.Parse(element.Attribute(attribute)!.Value, CultureInfo.InvariantCulture);
}
