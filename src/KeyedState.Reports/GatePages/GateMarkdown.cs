using KeyedState.Results;

namespace KeyedState.Reports;

/// <summary>A gate's run as a comment on a pull request: what changed first, the rest folded.</summary>
public static class GateMarkdown
{
    /// <summary>Renders the comment; lines end in a line feed.</summary>
    /// <param name="record">The gate's record.</param>
    public static string Render(GateRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        string[] lines =
        [
            $"### {Sign(record)} {GateText.Conclusion(record)}",
            "",
            $"Head {MarkdownText.Escape(GateText.Side(record.Head))} against base {MarkdownText.Escape(GateText.Side(record.Base))}, run in turns on one machine, both under the head's harness.",
            "",
            .. GateText.Reasons(record).SelectMany(reason => new[] { $"> {MarkdownText.Escape(reason)}", "" }),
            .. News(record),
            .. Unchanged(record),
            .. MarkdownText.Fold("How sure this is", Proof(record)),
        ];
        return string.Join('\n', lines) + "\n";
    }

    /// <summary>Renders the comment of a gate that came to no record.</summary>
    /// <param name="message">What happened, on one line.</param>
    public static string RenderFailure(string message) => $"### ⚠️ The gate came to no verdict\n\n> {MarkdownText.Escape(message)}\n";

    private static string Sign(GateRecord record) => record.Conclusion switch
    {
        GateConclusion.Passed => "✅",
        GateConclusion.Regression => "❌",
        _ => "⚠️",
    };

    private static IEnumerable<string> News(GateRecord record)
    {
        var rows = record.Rows.Where(GateText.IsNews).OrderBy(row => row.Verdict == Verdict.Faster).ToArray();
        var bytes = record.Allocations.Where(allocation => allocation.Differs).ToArray();
        return
        [
            .. rows.Length == 0 ? [] : Table(record, rows).Append(""),
            .. bytes.Length == 0 ? [] : Allocations(bytes),
            .. rows.Where(row => row.Failure is not null).SelectMany(row => new[] { $"- {MarkdownText.Code(row.State)} {MarkdownText.Escape(row.Failure!)}", "" }),
            .. Listed("Added, so there is nothing to compare with", record.Added),
            .. rows.Length == 0 && bytes.Length == 0 && record.Conclusion == GateConclusion.Passed ? [Quiet(record), ""] : Array.Empty<string>(),
        ];
    }

    private static string Quiet(GateRecord record) => record.Rows.Count(IsUndecided) is var undecided and > 0
        ? $"No state is known to have changed. {FigureText.Count(undecided)} of {FigureText.Count(record.Rows.Count)} comparisons are undecided."
        : "No state changed.";

    private static bool IsUndecided(GateRow row) => row.Verdict == Verdict.Undecided && row.NotJudged is null;

    private static IEnumerable<string> Listed(string what, IReadOnlyList<string> states) =>
        states.Count == 0 ? [] : [$"- {what}: {Words.List([.. states.Select(MarkdownText.Code)])}.", ""];

    private static IEnumerable<string> Unchanged(GateRecord record)
    {
        var rows = record.Rows.Where(row => !GateText.IsNews(row)).ToArray();
        var undecided = rows.Count(IsUndecided);
        var unjudged = rows.Count(row => row.NotJudged is not null);
        return rows.Length == 0
            ? []
            : MarkdownText.Fold(
                $"{FigureText.Count(rows.Length - undecided - unjudged)} comparisons without a difference, {FigureText.Count(undecided)} undecided{(unjudged > 0 ? $", {FigureText.Count(unjudged)} not judged" : "")}",
                Table(record, rows));
    }

    private static IEnumerable<string> Table(GateRecord record, IReadOnlyList<GateRow> rows) =>
    [
        MarkdownText.Row(
            "state", GateText.LookColumn(record), "verdict", "change", "99 % interval", "smallest detectable", $"base, {Unit(record)}", $"head, {Unit(record)}", "pairs of launches"),
        MarkdownText.Row(":--", ":--", ":--", "--:", "--:", "--:", "--:", "--:", "--:"),
        .. rows.Select(row => MarkdownText.Row(
            MarkdownText.Code(row.State),
            row.Look.Name,
            row.FailureOfHead || (row.Verdict == Verdict.Slower && record.IsTrusted(row.Look)) ? $"**{GateText.Verdict(record, row)}**" : GateText.Verdict(record, row),
            GateText.Change(row.Ratio),
            GateText.Interval(row),
            GateText.Size(row.SmallestVisible),
            Nanoseconds(row.BaseNanoseconds),
            Nanoseconds(row.HeadNanoseconds),
            FigureText.Count(row.Launches))),
    ];

    private static IEnumerable<string> Allocations(IReadOnlyList<GateAllocation> allocations) =>
    [
        MarkdownText.Row("state", "B per operation, base", "head"),
        MarkdownText.Row(":--", "--:", "--:"),
        .. allocations.Select(allocation => MarkdownText.Row(
            MarkdownText.Code(allocation.State),
            GateText.Bytes(allocation.BaseBytes),
            allocation.IsAlarm ? $"**{GateText.Bytes(allocation.HeadBytes)}**" : GateText.Bytes(allocation.HeadBytes))),
        "",
    ];

    private static IEnumerable<string> Proof(GateRecord record) =>
    [
        $"- {MarkdownText.Escape(record.Machine.Processor)}, {FigureText.Count(record.Machine.LogicalCores)} cores, {MarkdownText.Escape(record.Machine.Runtime)}; {FigureText.Fixed(record.Seconds, 0)} s; seed {FigureText.Count(record.Seed)}.",
        .. record.Looks.Select(look => look.AbsentBecause is { } because
            ? $"- Nothing was measured on {look.Look.Name}: {MarkdownText.Escape(because)}."
            : $"- On {look.Look.Name}: {Taken(record, look)}the gate looks for slowdowns of {GateText.Size(look.Threshold)} and never reports one of up to {GateText.Size(look.Unimportant)}, because unrelated changes can cause that much."),
        "- *Slower* and *faster* were found twice, the second time with new launches. The chance that any unchanged state of the whole run is called either is at most 1 %. *Smallest detectable* is the slowdown that the gate would have called slower with 95 % probability. *Undecided* means that the interval reaches beyond the threshold. A pair of launches is one process of each build; the two take turns, a slice of work at a time.",
        .. record.SelfTests.Select(test =>
            $"- Self-test on {test.Look.Name}, {MarkdownText.Code(test.State)}: {(test.Planted > 1 ? $"a planted delay of {GateText.Size(test.Planted)}" : "the base against itself")}, measured as {GateText.Change(test.Ratio)}, {(test.Passed ? "passed" : "**failed**")}{(test.Attempts > 1 ? " at the second attempt" : "")}."),
        GateText.IsUnderLoad(record)
            ? "- *Below resolution*: the P99 of both builds is shorter than ten readings of the clock take. *Overloaded*: the load was not reached, so the state has no P99. Neither is judged. Allocations are not counted in this look."
            : $"- Allocations count as equal within {FigureText.Fixed(GateAllocation.Tolerance, 2)} B per operation.",
    ];

    private static string Unit(GateRecord record) => GateText.IsUnderLoad(record) ? "P99 in ns" : "ns/op";

    private static string Taken(GateRecord record, GateLook look) => look.FirstRound == 0
        ? ""
        : $"{FigureText.Count(record.Compared(look.Look))} states, {FigureText.Count(look.FirstRound)} pairs of launches in the first round, {GateText.Slices(look)}; ";

    private static string Nanoseconds(double? value) => value is { } nanoseconds ? FigureText.Significant(nanoseconds) : FigureText.Absent;
}
