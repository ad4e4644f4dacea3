using KeyedState.Results;

namespace KeyedState.Reports;

/// <summary>The table of one look of two runs.</summary>
internal static class ComparisonTable
{
    /// <summary>A row a state that both runs have, and why ratios are missing; nothing when neither took the look.</summary>
    public static IEnumerable<string> Lines(RunComparison comparison, Look look)
    {
        var rows = comparison.Rows.Where(row => row.Look == look).ToArray();
        var (title, _, unit, size) = MetricText.Of(look.Metric);
        var better = look.Metric.Better == Better.Lower ? "below" : "above";
        return rows.Length == 0
            ? []
            :
            [
                $"## {title} on {look.Name}",
                "",
                .. Level(comparison.LevelIn(look)),
                MarkdownText.Row("state", $"A, {unit}", $"B, {unit}", $"B/A ({better} 1: B is faster)", "A, B/op", "B, B/op"),
                MarkdownText.Row(":--", "--:", "--:", "--:", "--:", "--:"),
                .. rows.Select(row => MarkdownText.Row(
                    MarkdownText.Code(row.State.Name), FigureText.WithInterval(row.Before, size), FigureText.WithInterval(row.After, size),
                    Ratio(row.Ratio), Bytes(row.BytesBefore), Bytes(row.BytesAfter))),
                "",
                .. Reasons(rows),
            ];
    }

    private static string[] Level(double? level) => level is { } ratio
        ? [$"All states together (the median of their ratios): B is {Number(ratio)} times A.", ""]
        : [];

    private static IEnumerable<string> Reasons(LookComparison[] rows)
    {
        var reasons = rows.Where(row => row.Ratio.AbsentBecause is not null)
            .GroupBy(row => row.Ratio.AbsentBecause!, row => MarkdownText.Code(row.State.Name))
            .Select(reason => $"- Not compared, {Words.List([.. reason])}: {MarkdownText.Escape(reason.Key)}.")
            .ToArray();
        return reasons.Length == 0 ? [] : [.. reasons, ""];
    }

    private static string Bytes(Figure figure) => figure.Estimate is { } bytes ? FigureText.Bytes(bytes.Center) : FigureText.Absent;

    /// <summary>Three decimals near 1, where three significant digits would hide a change of half a percent.</summary>
    private static string Ratio(Figure figure) => figure.Estimate switch
    {
        null => FigureText.Absent,
        { Lower: { } lower, Upper: { } upper } ratio => $"{Number(ratio.Center)} ({Number(lower)}–{Number(upper)})",
        { } ratio => Number(ratio.Center),
    };

    private static string Number(double ratio) => ratio is >= 0.1 and < 10 ? FigureText.Fixed(ratio, 3) : FigureText.Significant(ratio);
}
