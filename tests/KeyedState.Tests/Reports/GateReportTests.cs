using KeyedState.Reports;
using KeyedState.Results;

namespace KeyedState.Tests.Reports;

public sealed class GateReportTests
{
    private static readonly Dictionary<string, Func<GateRecord>> Samples = new()
    {
        ["passed"] = GateSamples.Passed,
        ["regression"] = GateSamples.Regression,
        ["state-missing"] = GateSamples.StateMissing,
        ["harness-changed"] = GateSamples.HarnessChanged,
        ["contention-blind"] = GateSamples.ContentionBlind,
        ["blind"] = GateSamples.Blind,
        ["touched-unseen"] = GateSamples.TouchedUnseen,
        ["failed-once"] = GateSamples.FailedOnce,
        ["under-load"] = GateSamples.UnderLoad,
    };

    public static TheoryData<string> Names => [.. Samples.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Markdown_Record_IsAsLookedAt(string name) => GoldenFile.Matches(GateMarkdown.Render(Samples[name]()), $"gate-{name}.md");

    [Theory]
    [MemberData(nameof(Names))]
    public void Table_Record_IsAsLookedAt(string name) => GoldenFile.Matches(GateTable.Render(Samples[name]()), $"gate-{name}.txt");

    [Fact]
    public void Markdown_TextFromOutside_CannotFormat()
    {
        const string Evil = "A|<script>alert(1)</script>\n\u001b[31m`@everyone`";
        var page = GateMarkdown.Render(GateSamples.Regression() with
        {
            Base = new GateSide(Evil, Evil, Changed: false),
            Rows = [GateSamples.Row(Evil, Look.OneCore, 1.05, Verdict.Slower) with { Failure = Evil, FailureOfHead = true }],
            Added = [Evil],
            Removed = [Evil],
        });

        Assert.DoesNotContain("<script", page.Replace("`A¦<script>alert(1)</script> \uFFFD[31m'@everyone'`", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', page);
        Assert.All(page.Split('\n').Where(line => line.StartsWith("| ", StringComparison.Ordinal) && line.Contains("one core", StringComparison.Ordinal)), line => Assert.Equal(10, line.Count(character => character == '|')));
    }
}
