using KeyedState.Results;

namespace KeyedState.Reports;

/// <summary>A calibration as a page: how often the gate alarms for nothing, and what it finds.</summary>
public static class CalibrationMarkdown
{
    // Noughts in the other columns would read as if comparisons had come out well.
    private const string NoComparisons = "none yet";

    /// <summary>Renders the page; lines end in a line feed.</summary>
    /// <param name="record">The calibration's record.</param>
    public static string Render(CalibrationRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        string[] lines =
        [
            IsUnderLoad(record) ? "# How far the gate's look at latency can be trusted on this machine" : "# How far the gate can be trusted on this machine",
            "",
            $"{MarkdownText.Escape(record.Machine.Processor)}, {FigureText.Count(record.Machine.LogicalCores)} cores, {MarkdownText.Escape(record.Machine.Runtime)}; commit {MarkdownText.Escape(record.Commit[..Math.Min(10, record.Commit.Length)])}.",
            "",
            .. record.Comparisons.Made < record.Comparisons.Planned
                ? [$"> **Partial: {FigureText.Count(record.Comparisons.Made)} of {FigureText.Count(record.Comparisons.Planned)} comparisons were made.** `gate --calibrate{(IsUnderLoad(record) ? " --look latency" : "")}` continues where it stopped.", ""]
                : Array.Empty<string>(),
            "Every comparison here has its own launches, as many as a whole run of the gate made on this machine when the calibration began. It is judged by the gate's own rules, with Holm's procedure over as many tests as a whole run has.",
            "",
            .. record.Looks.Where(look => look.AbsentBecause is null).Select(look =>
                $"- On {look.Look.Name} the gate looks for slowdowns of {GateText.Size(look.Threshold)} and never reports one of up to {GateText.Size(look.Unimportant)}{Taken(look)}."),
            "",
            "## Nothing changed, or nothing that matters",
            "",
            .. Table(record.Unchanged, truth: false),
            "",
            record.WholeRuns.Runs == 0
                ? "There are too few launches yet to simulate whole runs."
                : $"Whole runs of the gate on an unchanged build, simulated by drawing from these launches with replacement: {FigureText.Count(record.WholeRuns.Alarmed)} of {FigureText.Count(record.WholeRuns.Runs)} raised an alarm, over all states on {Words.List([.. record.WholeRunLooks.Select(look => look.Name)])}.",
            "",
            .. record.Alarms.Count == 0
                ? []
                : (string[])["These unrelated changes were called slower. *True* is the effect over all launches of the experiment. An effect larger than what the gate never reports comes from the memory layout: it is real, so the gate rightly finds it, but nobody intended it.", "", .. Table(record.Alarms, truth: true), ""],
            "## Something was planted",
            "",
            IsUnderLoad(record)
                ? "Every write of a state waits for as long as its P99 service time was before. What that comes to depends on the state."
                : "On one core every write of a state waits for a known time; the percentages are of the whole cost, harness included. On all cores one change lets the counters of all processors share a cache line, and another moves work into a critical section.",
            "",
            .. Table(record.Planted, truth: true),
            "",
            "*True* is the trimmed mean over all launches of a row, with its 99 % interval. *Wrong* counts those of *no difference* whose bound is below the true effect. *Doubted* counts the comparisons that went into a second round.",
        ];
        return string.Join('\n', lines) + "\n";
    }

    private static string Taken(GateLook look) => look.FirstRound == 0
        ? ""
        : $"; {FigureText.Count(look.FirstRound)} pairs of launches in the first round and {FigureText.Count(look.SecondRound)} in the second, {GateText.Slices(look)}";

    private static bool IsUnderLoad(CalibrationRecord record) => record.Looks.Any(look => look.Rate is not null);

    private static IEnumerable<string> Table(IReadOnlyList<CalibrationRow> rows, bool truth) =>
    [
        MarkdownText.Row([.. (string[])["what", rows.Any(row => row.Look == Look.Latency) ? "look" : "cores"], .. truth ? ["true"] : Array.Empty<string>(), "comparisons", "doubted", "slower", "faster", "no difference", "wrong", "undecided", "smallest detectable"]),
        MarkdownText.Row([":--", ":--", .. Enumerable.Repeat("--:", truth ? 9 : 8)]),
        .. rows.Select(row => MarkdownText.Row(
        [
            MarkdownText.Escape(row.What),
            row.Look.Name,
            .. truth ? [Truth(row)] : Array.Empty<string>(),
            .. row.Comparisons == 0 ? [NoComparisons, .. Counts(row).Skip(1).Select(_ => FigureText.Absent)] : Counts(row),
        ])),
    ];

    private static string Truth(CalibrationRow row) => row.Truth is null
        ? FigureText.Absent
        : $"{GateText.Change(row.Truth)} ({GateText.Change(row.TruthLower)} to {GateText.Change(row.TruthUpper)})";

    private static string[] Counts(CalibrationRow row) =>
    [
        FigureText.Count(row.Comparisons),
        FigureText.Count(row.Doubted),
        FigureText.Count(row.Slower),
        FigureText.Count(row.Faster),
        FigureText.Count(row.NoDifference),
        FigureText.Count(row.FalseNoDifference),
        FigureText.Count(row.Undecided),
        GateText.Size(row.SmallestVisible),
    ];
}
