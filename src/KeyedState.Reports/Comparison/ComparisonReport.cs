using KeyedState.Results;

namespace KeyedState.Reports;

/// <summary>The page of two runs side by side.</summary>
public static class ComparisonReport
{
    /// <summary>Renders the page. The same comparison gives the same text.</summary>
    /// <param name="comparison">The comparison.</param>
    /// <param name="commitsApart">How many commits the second run's source is after the first's, negative when before; null when unknown.</param>
    /// <returns>GitHub-flavoured markdown.</returns>
    public static string Render(RunComparison comparison, int? commitsApart = null) => string.Join('\n',
    [
        $"# {ComparisonTitle.Of(comparison, commitsApart)}",
        "",
        $"- **A**: {Facts(comparison.Before)}",
        $"- **B**: {Facts(comparison.After)}",
        "",
        .. Warnings("A", comparison.Before),
        .. Warnings("B", comparison.After),
        .. Differences(comparison.Differences),
        .. Look.All.SelectMany(look => ComparisonTable.Lines(comparison, look)),
        .. OneSided("Only in B (added)", comparison.Added),
        .. OneSided("Only in A (removed)", comparison.Removed),
        "The intervals in parentheses are over launches and have at least 95 % confidence. That of a ratio is over all pairs of a launch of A "
        + "and one of B (Hodges–Lehmann, Mann–Whitney order statistics). Each is widened by how much the figures of unchanged code move from run to run beside the other states of their run. "
        + "The ratios contain what makes all states faster or slower together; the line above each table says how much that is. B/op is counted over all launches of a run, on one core and on all cores.",
        "",
    ]);

    private static string Facts(StoredRun run) => string.Join(" · ",
        new[] { FactText.Machine(run), run.Machine.System, FactText.Source(run), $"suite {run.Suite}", FactText.Size(run) }.Select(MarkdownText.Escape));

    private static IEnumerable<string> Warnings(string name, StoredRun run) => WarningText.Of(RunAnalysis.Of(run))
        .SelectMany(warning => new[] { $"> **{name}: {MarkdownText.Escape(warning)}**", "" });

    private static IEnumerable<string> Differences(IReadOnlyList<RunDifference> differences) => differences.Count == 0
        ? []
        :
        [
            MarkdownText.Row("differs", "A", "B"),
            MarkdownText.Row(":--", ":--", ":--"),
            .. differences.Select(difference => MarkdownText.Row(
                MarkdownText.Escape(difference.What), MarkdownText.Escape(difference.Before), MarkdownText.Escape(difference.After))),
            "",
        ];

    private static IEnumerable<string> OneSided(string heading, IReadOnlyList<StoredState> states) => states.Count == 0
        ? []
        : [$"**{heading}:** {Words.List([.. states.Select(state => MarkdownText.Code(state.Name))])}.", ""];
}
