using System.Globalization;
using System.Text.RegularExpressions;
using KeyedState.Reports;
using KeyedState.Results;

namespace KeyedState.Tests.Reports;

/// <summary>The export in Go's benchmark text format, read back by the format's published grammar.</summary>
public sealed partial class BenchmarkTextTests
{
    [Fact]
    public void Render_WholeRun_IsAsLookedAt() => GoldenFile.Matches(BenchmarkText.Render(ReportSamples.Whole()), "benchfmt.txt");

    [Fact]
    public void Render_WholeRun_HasALineForEveryLaunchUnderDistinctNames()
    {
        var run = ReportSamples.Whole();

        var (configuration, results) = Parse(BenchmarkText.Render(run));

        Assert.Equal(["goos", "goarch", "cpu", "suite", "scenario"], configuration.Select(line => line.Key));
        Assert.Equal(run.Launches.Count, results.Count);
        Assert.Equal(18, results.GroupBy(result => result.Name).Count());
        Assert.All(results.GroupBy(result => result.Name), repetitions => Assert.Equal(8, repetitions.Count()));
        Assert.Equal(16 * 1.006, results.First(result => result.Name == "BenchmarkConcurrentDictionary/look=one-core").Values["ns/op"], 1e-9);
        Assert.Equal(248, results.First(result => result.Name == "BenchmarkTaskCompletionSourceChannelOwner/look=one-core").Values["B/op"], 1e-9);
    }

    [Fact]
    public void Render_OtherCommit_ChangesNoConfiguration()
    {
        var run = ReportSamples.Whole();

        Assert.Equal(
            Parse(BenchmarkText.Render(run)).Configuration,
            Parse(BenchmarkText.Render(run with { Source = run.Source with { Commit = "abc" }, Started = run.Started.AddDays(1) })).Configuration);
    }

    [Fact]
    public void Render_FailedState_IsLeftOut()
    {
        var run = ReportSamples.Whole() with { Failures = [new("Lock", Look.OneCore, "It hung.")] };

        Assert.DoesNotContain(Parse(BenchmarkText.Render(run)).Results, result => result.Name.StartsWith("BenchmarkLock/", StringComparison.Ordinal));
    }

    [Fact]
    public void Render_HostileText_StaysText()
    {
        var text = BenchmarkText.Render(ReportSamples.Malicious());

        Assert.Equal(16, Parse(text).Results.Count);
        Assert.DoesNotContain('\u001b', text);
    }

    [Fact]
    public void Render_NamesThatDifferInPunctuationAlone_StayDistinct()
    {
        var run = Tests.Results.SampleRun.Of(
            Tests.Results.SampleRun.State("a b", "A", "Lock", "AtOnce"), Tests.Results.SampleRun.State("a-b", "B", "Lock", "AtOnce"));

        Assert.Equal(
            ["BenchmarkA_b/look=one-core", "BenchmarkA_b/look=all-cores", "BenchmarkA_b_2/look=one-core", "BenchmarkA_b_2/look=all-cores"],
            Parse(BenchmarkText.Render(run)).Results.Select(result => result.Name).Distinct());
    }

    /// <summary>
    /// Strictly by the proposal: a configuration line is a key that begins in lower case and holds neither space nor
    /// upper case, a colon and a value; a result is a name that begins with Benchmark and an upper-case letter,
    /// an iteration count, and pairs of a value and a unit. Other lines are skipped, and here only three are known.
    /// </summary>
    private static (List<(string Key, string Value)> Configuration, List<(string Name, Dictionary<string, double> Values)> Results) Parse(string text)
    {
        List<(string, string)> configuration = [];
        List<(string, Dictionary<string, double>)> results = [];
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (ConfigurationLine().Match(line) is { Success: true } setting)
            {
                configuration.Add((setting.Groups["key"].Value, setting.Groups["value"].Value));
            }
            else if (ResultLine().Match(line) is { Success: true } result)
            {
                results.Add((result.Groups["name"].Value, result.Groups["unit"].Captures.Index().ToDictionary(
                    unit => unit.Item.Value,
                    unit => double.Parse(result.Groups["number"].Captures[unit.Index].Value, CultureInfo.InvariantCulture))));
            }
            else
            {
                Assert.Matches("^(Commit|Started|Runtime): ", line);
            }
        }

        return (configuration, results);
    }

    [GeneratedRegex(@"^(?<key>[a-z][^\sA-Z:]*):[ \t]+(?<value>\S.*)$")]
    private static partial Regex ConfigurationLine();

    [GeneratedRegex(@"^(?<name>Benchmark[A-Z]\S*) [1-9][0-9]*( (?<number>[0-9]+(\.[0-9]+)?) (?<unit>[^\s0-9]\S*))+$")]
    private static partial Regex ResultLine();
}
