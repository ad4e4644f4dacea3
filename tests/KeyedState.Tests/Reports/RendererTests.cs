using System.Globalization;
using System.Xml.Linq;
using KeyedState.Results;
using KeyedState.Tests.Results;

namespace KeyedState.Tests.Reports;

public sealed class RendererTests
{
    private static readonly string[] Figures = ["M operations/s", "Cost on one core", "Speed on one core", "times the baseline"];

    private static readonly string[] Warnings =
        ["Partial run: 48 of 144 launches", "Do not quote these figures", "LeaseOwner", "Reader 3 read a value that nobody wrote", "The run was planned to take longer than allowed: 700 s", "Launches that were left out because the time was up: 4.", "The harness scales badly on this machine"];

    public static TheoryData<string> Renderers => [.. ReportSamples.Renderers.Keys];

    [Theory]
    [MemberData(nameof(Renderers))]
    public void Render_WholeRun_IsAsLookedAt(string name) =>
        GoldenFile.Matches(Render(name, ReportSamples.Whole()), name);

    [Theory]
    [MemberData(nameof(Renderers))]
    public void Render_BrokenRun_IsAsLookedAt(string name) =>
        GoldenFile.Matches(Render(name, ReportSamples.Broken()), "broken-" + name);

    [Fact]
    public void Render_DisturbedRun_IsAsLookedAt() =>
        GoldenFile.Matches(Render("report.md", ReportSamples.Disturbed()), "disturbed-report.md");

    [Theory]
    [MemberData(nameof(Renderers))]
    public void Render_UnderAnotherCulture_GivesTheSameText(string name)
    {
        var expected = Render(name, ReportSamples.Whole());
        var before = CultureInfo.CurrentCulture;
        var numbers = (NumberFormatInfo)NumberFormatInfo.InvariantInfo.Clone();
        numbers.NumberDecimalSeparator = ",";
        numbers.NumberGroupSeparator = ".";
        numbers.NegativeSign = "~";
        numbers.PercentSymbol = "pc";
        try
        {
            // Built by hand, because the suite runs without the system's cultures.
            CultureInfo.CurrentCulture = new CultureInfo("") { NumberFormat = numbers };

            Assert.Equal("1,5", 1.5.ToString(CultureInfo.CurrentCulture));
            Assert.Equal(expected, Render(name, ReportSamples.Whole()));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [MemberData(nameof(Renderers))]
    public void Render_RunWithTrouble_SaysSoBeforeAnyFigure(string name)
    {
        var words = string.Join(' ', Render(name, ReportSamples.Broken()).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

        var figures = Figures.Select(text => words.IndexOf(text, StringComparison.Ordinal)).Where(at => at >= 0).Min();
        foreach (var warning in Warnings)
        {
            Assert.InRange(words.IndexOf(warning, StringComparison.Ordinal), 0, figures);
        }
    }

    [Theory]
    [MemberData(nameof(Renderers))]
    public void Render_WholeRun_WarnsOfNothing(string name) =>
        Assert.DoesNotContain("Partial run", Render(name, ReportSamples.Whole()), StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Renderers))]
    public void Render_LookThatWasNotTaken_ShowsNoZeroForIt(string name)
    {
        var text = Render(name, ReportSamples.WithoutOneCore());

        Assert.DoesNotContain("NaN", text, StringComparison.Ordinal);
        Assert.DoesNotContain("∞", text, StringComparison.Ordinal);
        if (name == "report.md")
        {
            Assert.Contains("this system cannot keep a process on one core", text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("report.md", "**Calls complete synchronously when no other call is being served, else asynchronously, and no call waits for a lock; a caller that then blocks its thread stops those served in the same batch:** ", "| synchronously when free | stops some others |")]
    [InlineData("readme.md", "**If no caller may ever block on a lock, take Combining owner**", "| **Calls complete synchronously when no other call is being served, else asynchronously, and no call waits for a lock** | *a caller that then blocks its thread stops those served in the same batch* |")]
    [InlineData("console.txt", "Synchronously when free, else later; a caller that blocks stops some others", "Combining owner, ")]
    [InlineData("launches.svg", ">Synchronously when free, else later<", ">a caller that blocks stops some others<", "<circle class=\"soon\"")]
    public void Render_StateThatAnswersAtOnceWhenFree_HasAPromiseOfItsOwn(string name, params string[] texts)
    {
        var run = SampleRun.Of(SampleRun.State("CombiningOwner", "Combining owner", "Delegation", "AtOnceWhenFree", "StopsItsBatch"));

        Assert.All(texts, text => Assert.Contains(text, Render(name, run), StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Renderers))]
    public void Render_RunWithoutLaunches_StillRenders(string name)
    {
        var text = Render(name, ReportSamples.Whole() with { Launches = [] });

        Assert.Contains("0 of 144 launches", text, StringComparison.Ordinal);
        Assert.DoesNotContain("NaN", text, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Renderers))]
    public void Render_HostileText_StaysText(string name)
    {
        var text = Render(name, ReportSamples.Malicious());

        Assert.DoesNotContain('\u001b', text);
        Assert.DoesNotContain('\u202E', text);
        Assert.DoesNotContain('\r', text);
        if (name.EndsWith(".md", StringComparison.Ordinal))
        {
            AssertHarmlessMarkdown(text);
        }

        if (name.EndsWith(".svg", StringComparison.Ordinal))
        {
            Assert.DoesNotContain(XDocument.Parse(text).Descendants(), element => element.Name.LocalName is "script" or "b");
        }
    }

    internal static void AssertHarmlessMarkdown(string text)
    {
        var parts = text.Replace("\\`", "", StringComparison.Ordinal).Split('`');
        Assert.Equal(1, parts.Length % 2);
        var outsideCode = string.Concat(parts.Where((_, index) => index % 2 == 0));
        Assert.DoesNotContain("](http://e.vil)", outsideCode.Replace("\\]", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain("<script", outsideCode, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", outsideCode, StringComparison.Ordinal);
        foreach (var table in text.Split("\n\n").Where(block => block.StartsWith("| ", StringComparison.Ordinal)))
        {
            var cells = table.Split('\n').Where(line => line.StartsWith('|')).Select(line => line.Replace("\\|", "", StringComparison.Ordinal).Count(character => character == '|'));
            Assert.Single(cells.Distinct());
        }
    }

    private static string Render(string name, StoredRun run) => ReportSamples.Renderers[name](RunAnalysis.Of(run));
}
