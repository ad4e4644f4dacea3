using KeyedState.Results;

namespace KeyedState.Reports;

/// <summary>The table of all states, and what must be known to read it.</summary>
internal static class StateTable
{
    /// <summary>A row a state, in the analysis's order.</summary>
    public static IEnumerable<string> Lines(RunAnalysis analysis) =>
    [
        MarkdownText.Row(["state", "its calls complete", "a caller that then blocks its thread", .. StateColumn.Main.Select(column => column.Heading)]),
        MarkdownText.Row([":--", ":--", ":--", .. StateColumn.Main.Select(_ => "--:")]),
        .. analysis.States.Select(Row),
        "",
        .. TableNotes.Lines(analysis),
        .. Absences(analysis, StateColumn.Main),
        .. Marks(analysis),
    ];

    /// <summary>What stands behind a state's name; empty for most.</summary>
    public static string Aside(StateAnalysis state) => state switch
    {
        { IsBaseline: true } => " (baseline)",
        { IsLimit: true } => " (limit)",
        _ => "",
    };

    /// <summary>Why cells of some columns are empty, a line each.</summary>
    public static IEnumerable<string> Absences(RunAnalysis analysis, IReadOnlyList<StateColumn> columns)
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
    }

    private static string Row(StateAnalysis state) => MarkdownText.Row(
    [
        MarkdownText.Code(state.Declared.Name) + Aside(state) + (state.HasFailed ? $" <sup>{Words.Of(Mark.Failed)}</sup>" : ""),
        Words.Replies(state.Declared.Replies),
        Words.BlockingCaller(state.Declared.BlockingCaller),
        .. StateColumn.Main.Select(column => column.Marked(state)),
    ]);

    private static string Rows(RunAnalysis analysis, string[] names) =>
        names.Length == analysis.States.Count ? "every row" : Words.List([.. names.Select(MarkdownText.Code)]);

    private static IEnumerable<string> Marks(RunAnalysis analysis) => MarkText.Meanings(analysis).Select(meaning => $"- {meaning}");
}
