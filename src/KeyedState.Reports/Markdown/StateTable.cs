using System.Globalization;
using KeyedState.Results;

namespace KeyedState.Reports;

/// <summary>The table of all states, and why some of its cells are empty.</summary>
internal static class StateTable
{
    /// <summary>A row a state, in the analysis's order.</summary>
    public static IEnumerable<string> Lines(RunAnalysis analysis)
    {
        var columns = StateColumn.All(analysis.Run.Scenario);
        return
        [
            MarkdownText.Row(["state", "family", "answers", "a blocking caller", .. columns.Select(column => column.Heading), "checked operations", "marks"]),
            MarkdownText.Row([":--", ":--", ":--", ":--", .. columns.Select(_ => "--:"), "--:", ":--"]),
            .. analysis.States.Select(state => Row(state, columns)),
            "",
            .. TableNotes.Lines(analysis),
            .. Absences(analysis, columns),
        ];
    }

    private static string Row(StateAnalysis state, IReadOnlyList<StateColumn> columns) => MarkdownText.Row(
    [
        MarkdownText.Code(state.Declared.Name) + Aside(state),
        MarkdownText.Escape(Words.Spaced(state.Declared.Family)),
        Words.Replies(state.Declared.Replies),
        Words.BlockingCaller(state.Declared.BlockingCaller),
        .. columns.Select(column => column.Of(state)),
        state.Declared.CheckedOperations == 0 ? FigureText.Absent : state.Declared.CheckedOperations.ToString("N0", CultureInfo.InvariantCulture),
        Words.Marks(state),
    ]);

    /// <summary>What stands behind a state's name; empty for most.</summary>
    public static string Aside(StateAnalysis state) => state switch
    {
        { IsBaseline: true } => " (baseline)",
        { IsLimit: true } => " (limit)",
        _ => "",
    };

    private static string Rows(RunAnalysis analysis, string[] names) =>
        names.Length == analysis.States.Count ? "every row" : Words.List([.. names.Select(MarkdownText.Code)]);

    private static IEnumerable<string> Absences(RunAnalysis analysis, IReadOnlyList<StateColumn> columns)
    {
        // A line a reason: the columns that the same rows lack for the same reason stand together.
        var reasons =
            from column in columns
            from absence in analysis.States.GroupBy(state => column.Figure(state).AbsentBecause, state => state.Declared.Name)
            where absence.Key is not null
            group $"*{column.Heading}*" by (Whose: Rows(analysis, [.. absence]), Because: absence.Key);
        foreach (var reason in reasons)
        {
            yield return $"- {FigureText.Absent} in {Words.List([.. reason])} of {reason.Key.Whose}: {MarkdownText.Escape(reason.Key.Because)}.";
        }

        if (analysis.States.Any(state => state.Declared.CheckedOperations == 0))
        {
            yield return $"- {FigureText.Absent} in *checked operations*: limits are not checked, since they are no designs to choose.";
        }
    }
}
