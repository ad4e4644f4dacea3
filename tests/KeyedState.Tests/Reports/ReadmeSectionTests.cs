using KeyedState.Reports;
using KeyedState.Results;
using KeyedState.Tests.Results.Places;

namespace KeyedState.Tests.Reports;

public sealed class ReadmeSectionTests
{
    private static readonly PlaceComparison Whole = ReportSamples.OnlyPlace(RunAnalysis.Of(ReportSamples.Whole()));

    [Fact]
    public void ReplaceAll_BetweenTheMarkers_TouchesNothingElse()
    {
        var readme = $"# A\n\n{ReadmeSection.Answer.Begin}\nold\n{ReadmeSection.Answer.End}\n\nrest\n{ReadmeSection.Figures.Begin}{ReadmeSection.Figures.End}\nend\n";

        var replaced = ReadmeSection.ReplaceAll(readme, Whole);

        Assert.Equal(
            $"# A\n\n{ReadmeSection.Answer.Begin}\n{ReadmeSection.Answer.Render(Whole)}\n{ReadmeSection.Answer.End}\n\nrest\n{ReadmeSection.Figures.Begin}\n{ReadmeSection.Figures.Render(Whole)}\n{ReadmeSection.Figures.End}\nend\n",
            replaced);
        Assert.Equal(replaced, ReadmeSection.ReplaceAll(replaced, Whole));
    }

    [Theory]
    [InlineData("nothing", "answer:begin --> exactly once: add it")]
    [InlineData("<!-- answer:begin -->", "answer:end --> exactly once: add it")]
    [InlineData("<!-- answer:begin --><!-- answer:begin --><!-- answer:end -->", "answer:begin --> exactly once: remove the others")]
    [InlineData("<!-- answer:begin --><!-- answer:end --><!-- answer:end -->", "answer:end --> exactly once: remove the others")]
    [InlineData("<!-- answer:end --><!-- answer:begin -->", "put them in order")]
    [InlineData("<!-- answer:begin --><!-- answer:end -->", "figures:begin --> exactly once: add it")]
    public void ReplaceAll_MarkersAreWrong_SaysWhatToDo(string readme, string expected) => Assert.Contains(
        expected, Assert.Throws<FormatException>(() => ReadmeSection.ReplaceAll(readme, Whole)).Message, StringComparison.Ordinal);

    [Fact]
    public void Render_OnePlace_SaysSo()
    {
        var answer = Answer(PlaceSamples.Near());

        Assert.Contains("on one machine only: Test Processor, 2 cores, near cores (a cache line takes 60.0 ns from one core to the other and back).", answer, StringComparison.Ordinal);
        Assert.Contains("**The fastest design is [Quick](src/QuickState.cs)**, code of this repository: 10 times the baseline's throughput, 10 ns per operation on one core, no allocations of its own.", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("machines:", answer, StringComparison.Ordinal);
    }

    [Fact]
    public void Render_ReportsOfTwoSuites_LeadsToEachWithItsMachines()
    {
        var answer = ReadmeSection.Answer.Render(Whole with
        {
            Reports =
            [
                new("matrix", null, "one/matrix/report.md"),
                new("latency", CoreDistance.Near, "one/latency/near/report.md"),
                new("latency", CoreDistance.Far, "two/latency/far/report.md"),
            ],
        });

        Assert.Contains(
            "- Reports: how long callers wait, and who starves ([near cores](results/one/latency/near/report.md), [far cores](results/two/latency/far/report.md)); where the order turns with the share of writes, the keys, the callers and more ([cores at an unknown distance](results/one/matrix/report.md)).",
            answer,
            StringComparison.Ordinal);
        Assert.DoesNotContain("- Reports:", ReadmeSection.Answer.Render(Whole), StringComparison.Ordinal);
    }

    [Fact]
    public void Render_StateThatIsAheadOnEveryPlace_IsQuotedWithTheRange()
    {
        var comparison = Of(PlaceSamples.Far(("Quick", 15)), PlaceSamples.Near());
        var (answer, figures) = (ReadmeSection.Answer.Render(comparison), ReadmeSection.Figures.Render(comparison));

        Assert.Contains("on one machine, with its cores at different distances: Test Processor, 2 cores, near cores (a cache line takes 60.0 ns from one core to the other and back); Test Processor, 2 cores, far cores (320 ns).", answer, StringComparison.Ordinal);
        Assert.Contains("[Quick](src/QuickState.cs)**, code of this repository: 6.7–10 times the baseline's throughput, 10–15 ns per operation on one core, no allocations of its own.", answer, StringComparison.Ordinal);
        Assert.Contains("| [Quick](src/QuickState.cs) | Works as Quick does | code of this repository | 6.7–10 | 10–15 | 0.00 |", figures, StringComparison.Ordinal);
        Assert.Contains("[near cores](results/test-machine/headline/near/report.md)", figures, StringComparison.Ordinal);
        Assert.Contains("[far cores](results/test-machine/headline/far/report.md)", figures, StringComparison.Ordinal);
    }

    /// <summary>A machine that is left out must not be taken for one that is quoted.</summary>
    [Fact]
    public void Render_MachinesOfOneName_AreCountedAndToldApart()
    {
        var (one, other) = (On("one-0123abcd"), On("two-4567cdef"));

        Assert.Contains("on 2 machines: Test Processor, 2 cores (0123abcd), near cores (a cache", ReadmeSection.Answer.Render(Of(one, other)), StringComparison.Ordinal);
        Assert.Contains(
            "on one machine only: Test Processor, 2 cores (0123abcd), near cores",
            ReadmeSection.Answer.Render(Of(one, other with { ChangedSince = new HashSet<string> { RunAnalysis.BaselineName } })),
            StringComparison.Ordinal);

        static MeasuredPlace On(string folder) => PlaceSamples.Near().With(run => run with { Machine = run.Machine with { Folder = folder } });
    }

    /// <summary>What .NET has ready is the default, however much faster another is, and of those the one whose worst place is best.</summary>
    [Fact]
    public void Render_InDoubt_IsTheBestOfWhatDotNetHas()
    {
        Assert.Contains("**When in doubt, take [Swift](src/SwiftState.cs)**, which is part of .NET, also as the map inside a cache (expiry, size limits and how fast it loads on a miss are not measured): 5.0 times", Answer(PlaceSamples.Near()), StringComparison.Ordinal);
        Assert.Contains("**When in doubt, take [Slow](src/SlowState.cs)**, which is part of .NET, also as the map inside a cache (expiry, size limits and how fast it loads on a miss are not measured): 2.5–5.0 times", Answer(PlaceSamples.Near(), PlaceSamples.Far(("Swift", 80), ("Slow", 20))), StringComparison.Ordinal);
    }

    [Fact]
    public void Render_FastestIsTheDefault_IsNotSaidTwice()
    {
        var answer = Answer(PlaceSamples.Near(("Swift", 5)));

        Assert.Contains("**When in doubt, take [Swift](src/SwiftState.cs)**", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("The fastest design", answer, StringComparison.Ordinal);
    }

    [Fact]
    public void Render_OrderThatTurns_IsQuotedOfNoPlaceAlone() => Assert.Contains(
        "**The fastest design** depends on the machine: on near cores [Quick](src/QuickState.cs), 2.0–10 times the baseline's throughput; on far cores [Swift](src/SwiftState.cs), 5.0 times the baseline's throughput.",
        Answer(PlaceSamples.Near(), PlaceSamples.Far(("Quick", 50))),
        StringComparison.Ordinal);

    [Fact]
    public void Render_StateThatIsLevelOnOnePlace_SaysWhere() => Assert.Contains(
        "no allocations of its own; on far cores it was not shown to be faster than Swift.", Answer(PlaceSamples.Near(), PlaceSamples.Far(("Quick", 19.99))), StringComparison.Ordinal);

    /// <summary>The baseline is slow, so that a multiple of it alone flatters.</summary>
    [Fact]
    public void Render_DesignThatPromisesWhatALockDoes_IsComparedWithTheLock()
    {
        var answer = Answer(PlaceSamples.Renamed(PlaceSamples.Near(), "Slow", "Lock"), PlaceSamples.Renamed(PlaceSamples.Far(("Quick", 8)), "Slow", "Lock"));

        Assert.Contains("no allocations of its own; 4.0–5.0 times the throughput of Slow with this many reads.", answer, StringComparison.Ordinal);
    }

    /// <summary>What is the harness's is said before any figure of a design.</summary>
    [Fact]
    public void Render_HarnessIsALargePartOfAFigure_SaysSoFirst()
    {
        var answer = Answer(PlaceSamples.Near(), PlaceSamples.Far(("Quick", 8)));

        Assert.Contains("Nanoseconds are of one core and include the harness's own 4.0. Of the time on all cores, the harness takes up to 50 % of Quick's and up to 20 % of Swift's.", answer, StringComparison.Ordinal);
        Assert.True(answer.IndexOf("up to 50 %", StringComparison.Ordinal) < answer.IndexOf("- **", StringComparison.Ordinal));
    }

    [Fact]
    public void Render_OwnerFromAPackage_IsNamedWithIt() => Assert.Contains(
        "[Other owner](src/OtherOwnerState.cs) (package `Engine`) 0.91 times the baseline's throughput", Answer(PlaceSamples.Near()), StringComparison.Ordinal);

    [Fact]
    public void Render_StateThatHasChangedSince_IsNotQuoted()
    {
        var comparison = Of(PlaceSamples.Near(), PlaceSamples.Far() with { ChangedSince = new HashSet<string> { "Swift" } });

        Assert.Contains("**When in doubt, take [Slow](src/SlowState.cs)**", ReadmeSection.Answer.Render(comparison), StringComparison.Ordinal);
        Assert.Contains("Left out, because its source has changed since a machine measured it: Swift.", ReadmeSection.Answer.Render(comparison), StringComparison.Ordinal);
        Assert.Contains("| changed since | – | – |", ReadmeSection.Figures.Render(comparison), StringComparison.Ordinal);
    }

    [Fact]
    public void Render_BaselineThatHasChangedSince_QuotesNoMultiple()
    {
        var answer = Answer(PlaceSamples.Near() with { ChangedSince = new HashSet<string> { RunAnalysis.BaselineName } });

        Assert.Contains("so no multiples of it are quoted", answer, StringComparison.Ordinal);
        Assert.Contains("[Quick](src/QuickState.cs)**, code of this repository: 10 ns per operation", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("times the baseline", answer, StringComparison.Ordinal);
    }

    [Fact]
    public void Render_BaselineThatHasChangedSinceOneRun_QuotesTheOthersAndNamesIt()
    {
        var answer = ReadmeSection.Answer.Render(Of(PlaceSamples.Near(), PlaceSamples.Far() with { ChangedSince = new HashSet<string> { RunAnalysis.BaselineName } }));

        Assert.Contains("on one machine only", answer, StringComparison.Ordinal);
        Assert.Contains("Not quoted, because the baseline has changed since: ", answer, StringComparison.Ordinal);
        Assert.Contains("far cores; [the page of all machines](results/README.md) has its figures.", answer, StringComparison.Ordinal);
        Assert.Contains("times the baseline's throughput", answer, StringComparison.Ordinal);
    }

    [Fact]
    public void Render_WhatHasChangedIsNotKnown_SaysSoAndQuotes()
    {
        var comparison = Of(PlaceSamples.Near() with { ChangedSince = null });

        Assert.Contains("what has changed since is not known", ReadmeSection.Figures.Render(comparison), StringComparison.Ordinal);
        Assert.Contains("10 times", ReadmeSection.Answer.Render(comparison), StringComparison.Ordinal);
    }

    [Fact]
    public void Render_MarkOfAFigure_StandsBesideItAndIsExplained()
    {
        var comparison = ReportSamples.OnlyPlace(RunAnalysis.Of(ReportSamples.Whole()));

        var figures = ReadmeSection.Figures.Render(comparison);

        Assert.Matches(@"\| Lock \|.* [\d.]+ <sup>unsteady</sup> \|", figures);
        Assert.Contains("*unsteady*, the slowest launch took more than 1.5 times as long as the fastest;", figures, StringComparison.Ordinal);
    }

    private static string Answer(params MeasuredPlace[] places) => ReadmeSection.Answer.Render(Of(places));

    private static PlaceComparison Of(params MeasuredPlace[] places) => PlaceSamples.Described(PlaceComparison.Of(places));
}
