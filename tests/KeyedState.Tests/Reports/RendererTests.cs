using System.Globalization;
using System.Xml.Linq;
using KeyedState.Results;
using KeyedState.Tests.Results;

namespace KeyedState.Tests.Reports;

public sealed class RendererTests
{
    private static readonly string[] Figures = ["M operations/s", "Cost on one core"];

    private static readonly string[] Warnings =
        ["Partial run: 48 of 144 launches", "not for quoting", "LeaseOwner", "Reader 3 read a value that nobody wrote", "The plan exceeded the budget: 700 s were planned", "The harness scales badly here"];

    public static TheoryData<string> Renderers => [.. ReportSamples.Renderers.Keys];

    [Theory]
    [MemberData(nameof(Renderers))]
    public void Render_WholeRun_IsAsLookedAt(string name) =>
        GoldenFile.Matches(Render(name, ReportSamples.Whole()), name);

    [Theory]
    [MemberData(nameof(Renderers))]
    public void Render_BrokenRun_IsAsLookedAt(string name) =>
        GoldenFile.Matches(Render(name, ReportSamples.Broken()), "broken-" + name);

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
    [InlineData(true, 5, true)]
    [InlineData(true, 6, false)]
    [InlineData(false, 1, false)]
    public void Render_LookPlannedWithTooFewLaunches_IsSaidWhereFiguresMayBeQuoted(bool quotable, int launches, bool said)
    {
        var run = ReportSamples.Whole();

        var page = Render("report.md", run with { Quotable = quotable, Looks = [run.Looks[0], run.Looks[1] with { Launches = launches }] });

        Assert.Equal(said, page.Contains("Too few launches for intervals: the budget held 5 of each state on all cores, and an interval needs 6", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(319e6, 4, "it is 1.60 times as fast on 2 cores as on one. Of these rows' time on all cores it takes more than 10 %: ConcurrentDictionary 25 %, Lock 24 %, ReaderWriterLockSlim 22 %.")]
    [InlineData(319e6, 1, "as on one. It takes no more than 10 % of any row's time on all cores.")]
    [InlineData(321e6, 4, null)]
    public void Render_HarnessThatScalesBadly_IsSaidWithItsShares(double allCores, double emptyTime, string? expected)
    {
        var run = SampleRun.Headline().WithLaunches(launch => launch is { State: "Empty", Look.Name: "all cores" } ? launch.WithTimes(time => time * emptyTime / 4) : launch);

        var page = Render("report.md", run with { HarnessScaling = new([200e6], [allCores]) });

        Assert.Equal(expected is not null, page.Contains("The harness scales badly here", StringComparison.Ordinal));
        Assert.Contains(expected ?? "", page, StringComparison.Ordinal);
    }

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
    [InlineData("report.md", "**If callers may be answered at once but must never wait for a lock and a caller that blocks may stop those answered in the same batch:** ", "| at once when free | stops its batch |")]
    [InlineData("readme.md", "**If callers may be answered at once but must never wait for a lock and a caller that blocks may stop those answered in the same batch:** ", "| at once when free | stops its batch |")]
    [InlineData("console.txt", "Answers at once when free, else later; a blocking caller stops its batch", "Combining owner, ")]
    [InlineData("launches.svg", ">Answers at once when free, else later<", ">a blocking caller stops its batch<", "<circle class=\"soon\"")]
    public void Render_StateThatAnswersAtOnceWhenFree_HasAPromiseOfItsOwn(string name, params string[] texts)
    {
        var run = SampleRun.Of(SampleRun.State("CombiningOwner", "Combining owner", "Delegation", "AtOnceWhenFree", "StopsItsBatch"));

        Assert.All(texts, text => Assert.Contains(text, Render(name, run), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(null, null, "each of a constant number of operations.")]
    [InlineData(20.0, 0.0, "each of as many operations as take about 20 ms; a worker yields after every operation.")]
    public void Render_Protocol_SaysHowMuchWorkAnIterationIs(double? window, double? run, string expected)
    {
        var whole = ReportSamples.Whole();
        var protocol = whole.Looks[0].Protocol with { WindowMilliseconds = window, RunMicroseconds = run };

        Assert.Contains(expected, Render("report.md", whole with { Looks = [whole.Looks[0] with { Protocol = protocol }, whole.Looks[1]] }), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("the table itself", "Its data structure is one of its own (probed table). On the same one: Lock, probed table 90.9 M operations/s; Bare table (limit) 83.3 M operations/s.")]
    [InlineData(null, "Its data structure is one of its own (probed table). No other measured state has the same.")]
    public void Render_WinnerWithATableOfItsOwn_NamesTheRowsWithTheSame(string? others, string expected)
    {
        var table = others is null ? null : "probed table";
        var run = SampleRun.Of(
            SampleRun.State("SequenceLock", "Sequence lock", "Optimistic", "AtOnce") with { OwnTable = "probed table" },
            SampleRun.State("LockedProbedTable", "Lock, probed table", "Lock", "AtOnce") with { OwnTable = table },
            SampleRun.State("BareTable", "Bare table", "Limit", "AtOnce") with { OwnTable = table })
            .WithLaunches(launch => SampleRun.Launch(launch.State, launch.Look, launch.Round, launch.State switch { "SequenceLock" => 10, "LockedProbedTable" => 11, _ => 12 }))
            .Without(launch => launch.Round > 0);

        Assert.Contains(expected, Render("readme.md", run), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(300, "Here a worker made 300 operations in a row on one core and 600 operations in a row on all cores; `run --suite alternating` measures it at a run of one operation.")]
    [InlineData(1, "Here a worker yielded after every operation.")]
    public void Render_StateThatDependsOnAlternation_IsNamedWithTheRunThatItsFiguresHoldFor(long runLength, string expected)
    {
        var run = SampleRun.Of(SampleRun.State("FrozenDictionary", "FrozenDictionary", "CopyOnWrite", "AtOnce") with { DependsOnAlternation = true });
        run = run.WithLaunches(launch => launch with { RunLength = launch.Look == Look.OneCore || runLength == 1 ? runLength : 2 * runLength });

        var page = Render("report.md", run);

        Assert.Contains("- `FrozenDictionary` depends on how closely reads and writes alternate: ", page, StringComparison.Ordinal);
        Assert.Contains(expected, page, StringComparison.Ordinal);
    }

    [Fact]
    public void Render_CostsWithoutTieredCompilation_AreSaidToBeWithTheDifferenceThatTheRunShows()
    {
        const string said = "without tiered compilation and profile-guided optimisation";
        var run = SampleRun.Of(SampleRun.State("Unsynchronised", "Unsynchronised dictionary", "Limit", "AtOnce"));
        run = run.WithLaunches(launch => SampleRun.Launch(launch.State, launch.Look, launch.Round, launch.Look == Look.OneCore ? 4.4 : 1.45));
        var settings = run.Looks[0].Placement with { RuntimeSettings = new Dictionary<string, string>() };

        Assert.Contains("takes 4.40 ns on one core without, and 2.90 ns on all cores with them (2 cores over 690 M operations/s).", Render("report.md", run), StringComparison.Ordinal);
        Assert.Contains(said, Render("report.md", ReportSamples.Whole()), StringComparison.Ordinal);
        Assert.DoesNotContain(said, Render("report.md", run with { Looks = [run.Looks[0] with { Placement = settings }, run.Looks[1]] }), StringComparison.Ordinal);
    }

    [Fact]
    public void Render_MoreLaunchesOfTheBaseline_AreShownAndLeaveNoGapsInOtherRows()
    {
        var run = ReportSamples.Whole();
        var more = Enumerable.Range(8, 4).Select(round => SampleRun.Launch(RunAnalysis.BaselineName, Look.AllCores, round, 46));

        var page = Render("report.md", run with { Launches = [.. run.Launches, .. more], PlannedLaunches = 148 });

        Assert.Contains("up to 8 launches of each state and 12 of the baseline, under the runtime's defaults", page, StringComparison.Ordinal);
        Assert.Contains(" · 51.3 · 46.0 · 46.0 · 46.0 · 46.0 | ", page, StringComparison.Ordinal);
        Assert.DoesNotContain("· –", page, StringComparison.Ordinal);
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
