using KeyedState.Reports;
using KeyedState.Results;
using KeyedState.Tests.Results;

namespace KeyedState.Tests.Reports;

public sealed class CalibrationMarkdownTests
{
    [Fact]
    public void Render_CalibrationThatWasStopped_IsAsLookedAt() => GoldenFile.Matches(
        CalibrationMarkdown.Render(new CalibrationRecord
        {
            Commit = "0123456789abcdef",
            Machine = SampleRun.Machine,
            Looks = [new(Look.OneCore, 1.03, 1.01, null, 28, 5, 22), new(Look.AllCores, 1.2, 1.05, "this machine has one core")],
            Comparisons = (8, 22),
            Unchanged = [Row("the same build", 160), Row("unrelated change: a | b", 0)],
            Alarms = [Row("unrelated change: Lock", 2) with { Slower = 1, Truth = 1.02, TruthLower = 1.01, TruthUpper = 1.03 }],
            Planted = [Row("Lock, delay", 13) with { Truth = 1.031, TruthLower = 1.028, TruthUpper = 1.034 }, Row("Mailbox, delay", 0)],
            WholeRuns = (2000, 3),
            WholeRunLooks = [Look.OneCore],
        }),
        "calibration-stopped.md");

    [Fact]
    public void Render_CalibrationUnderLoad_IsAsLookedAt() => GoldenFile.Matches(
        CalibrationMarkdown.Render(new CalibrationRecord
        {
            Commit = "0123456789abcdef",
            Machine = SampleRun.Machine,
            Looks = [new(Look.Latency, 1.5, 1.1, null, 16, 100, 20, Rate: 20_000)],
            Comparisons = (12, 20),
            Unchanged = [Row("the same build", 20) with { Look = Look.Latency }],
            Alarms = [],
            Planted = [Row("Mailbox, delay", 6) with { Look = Look.Latency, Slower = 6, NoDifference = 0, Truth = 2.1, TruthLower = 1.9, TruthUpper = 2.3 }],
            WholeRuns = (2000, 0),
            WholeRunLooks = [Look.Latency],
        }),
        "calibration-under-load.md");

    private static CalibrationRow Row(string what, int comparisons) => new()
    {
        What = what,
        Look = Look.OneCore,
        Comparisons = comparisons,
        Doubted = 0,
        Slower = 0,
        Faster = 0,
        NoDifference = comparisons,
        FalseNoDifference = 0,
        Undecided = 0,
        SmallestVisible = comparisons == 0 ? null : 1.025,
    };
}
