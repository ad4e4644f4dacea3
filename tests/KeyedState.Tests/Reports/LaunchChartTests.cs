using System.Globalization;
using System.Xml.Linq;
using KeyedState.Reports;
using KeyedState.Results;

namespace KeyedState.Tests.Reports;

public sealed class LaunchChartTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    public static TheoryData<string, StoredRun> Runs => new()
    {
        { "1 row", ReportSamples.OfSize(1) },
        { "9 rows", ReportSamples.OfSize(9) },
        { "35 rows", ReportSamples.OfSize(35) },
        { "35 rows with long titles", ReportSamples.OfSize(35, longTitles: true) },
        { "a usual run", ReportSamples.Whole() },
        { "a broken run", ReportSamples.Broken() },
        { "a run without one core", ReportSamples.WithoutOneCore() },
        { "a run without launches", ReportSamples.Whole() with { Launches = [] } },
        { "a hostile run", ReportSamples.Malicious() },
    };

    [Theory]
    [MemberData(nameof(Runs))]
    public void Render_AnyRun_NoTwoTextsOverlap(string what, StoredRun run)
    {
        var texts = Draw(run).Descendants(Svg + "text").Select(TextBox.Of).ToArray();

        foreach (var (text, index) in texts.Select((text, index) => (text, index)))
        {
            foreach (var other in texts.Skip(index + 1))
            {
                Assert.False(text.Overlaps(other), $"{what}: '{text.Text}' and '{other.Text}'");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Runs))]
    public void Render_AnyRun_EverythingIsWithinThePaper(string what, StoredRun run)
    {
        var root = Draw(run).Root!;
        var (width, height) = (Number(root, "width"), Number(root, "height"));

        Assert.All(root.Descendants(Svg + "text").Select(TextBox.Of), box =>
            Assert.True(box.Left >= 0 && box.Right <= width && box.Top >= 0 && box.Bottom <= height, $"{what}: '{box.Text}'"));
        Assert.All(root.Descendants(Svg + "circle"), dot => Assert.True(Number(dot, "cx") is (>= 282 and <= 542) or (>= 642 and <= 902), what));
    }

    [Theory]
    [MemberData(nameof(Runs))]
    public void Render_AnyRun_NamesEndBeforeThePanels(string what, StoredRun run)
    {
        var texts = Draw(run).Descendants(Svg + "text").ToLookup(text => (string)text.Attribute("class")!);

        Assert.All(texts["group"].Concat(texts["effect"]).Concat(texts["name"]).Select(TextBox.Of), box => Assert.True(box.Right < 282, $"{what}: '{box.Text}'"));
        Assert.All(texts["group"].Concat(texts["effect"]), heading => Assert.DoesNotContain('…', heading.Value));
    }

    [Fact]
    public void Render_WholeRun_HasADotForEveryLaunch() =>
        Assert.Equal(144, Draw(ReportSamples.Whole()).Descendants(Svg + "circle").Count());

    [Fact]
    public void Render_FailedState_IsNamedWithoutDots()
    {
        var run = ReportSamples.Whole() with { Failures = [new("Lock", Look.OneCore, "It hung.")] };

        var drawing = Draw(run);

        Assert.Equal(128, drawing.Descendants(Svg + "circle").Count());
        Assert.Contains(drawing.Descendants(Svg + "text"), text => text.Value == "failed · lock");
    }

    [Fact]
    public void Render_LookThatWasNotTaken_GivesTheReasonInItsPlace()
    {
        var texts = Draw(ReportSamples.WithoutOneCore()).Descendants(Svg + "text").Select(text => text.Value);

        Assert.Contains("Not measured: this system cannot keep a process on one core.", string.Join(' ', texts), StringComparison.Ordinal);
    }

    [Fact]
    public void Render_TenTimesSlower_LiesAsFarRightAsAnyOtherTenTimes()
    {
        var centers = Draw(ReportSamples.OfSize(3)).Descendants(Svg + "line")
            .Where(line => ((string)line.Attribute("class")!).StartsWith("center", StringComparison.Ordinal) && Number(line, "x1") < 600)
            .Select(line => Number(line, "x1")).Order().ToArray();

        Assert.Equal(centers[1] - centers[0], centers[2] - centers[1], 0.2);
    }

    private static XDocument Draw(StoredRun run) => XDocument.Parse(LaunchChart.Render(RunAnalysis.Of(run)));

    private static double Number(XElement element, string attribute) =>
        double.Parse(element.Attribute(attribute)!.Value, CultureInfo.InvariantCulture);
}
