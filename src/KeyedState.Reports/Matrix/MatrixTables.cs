using KeyedState.Results;

namespace KeyedState.Reports;

/// <summary>The table of an axis: a row for each design, a column for each point.</summary>
internal static class MatrixTables
{
    /// <summary>The lines.</summary>
    public static IEnumerable<string> Lines(MatrixAnalysis analysis, StoredAxis axis)
    {
        var hasEfficiency = MatrixAnalysis.IsOfCores(axis);
        StoredState[] states = [.. analysis.Run.States.Select(state => state.State).Where(state => axis.Points.Any(point => analysis.Rate(state.Name, point) is not null))];
        return
        [
            MarkdownText.Row([$"M operations/s by {MarkdownText.Escape(axis.Name)}", .. axis.Points.Select(point => MarkdownText.Escape(point.Label)), .. hasEfficiency ? ["efficiency"] : Array.Empty<string>()]),
            MarkdownText.Row([":--", .. axis.Points.Select(_ => "--:"), .. hasEfficiency ? ["--:"] : Array.Empty<string>()]),
            .. states.Select(state => MarkdownText.Row(
            [
                $"{MarkdownText.Escape(state.Title)}{(state.IsLimit ? " (limit)" : "")}",
                .. axis.Points.Select(point => Cell(analysis, state, point)),
                .. hasEfficiency ? [analysis.Efficiency(state.Name, axis)[^1] is { } share ? FigureText.Percent(share.Center) : FigureText.Absent] : Array.Empty<string>(),
            ])),
            .. Reasons(analysis, axis),
        ];
    }

    private static string Cell(MatrixAnalysis analysis, StoredState state, StoredPoint point)
    {
        var text = FigureText.WithInterval(Figure.Of(analysis.Rate(state.Name, point), ""));
        return analysis.IsClearlyFastest(state, point) ? $"**{text}**" : text;
    }

    private static IEnumerable<string> Reasons(MatrixAnalysis analysis, StoredAxis axis)
    {
        string[] reasons =
        [
            .. from state in analysis.Run.States.Select(state => state.State)
               from point in axis.Points
               let because = analysis.AbsentBecause(state.Name, point.Scenario)
               where because is not null && !state.IsLimit
               group point by (state.Title, because) into points
               select $"- {MarkdownText.Escape(points.Key.Title)} has no figure for {Words.List([.. points.Select(point => MarkdownText.Escape(point.Label))])}: {MarkdownText.Escape(points.Key.because)}.",
        ];
        return reasons.Length == 0 ? [] : ["", .. reasons];
    }
}
