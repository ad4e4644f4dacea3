using System.Globalization;
using KeyedState.Results;

namespace KeyedState.Reports;

/// <summary>The table of all states, and why some of its cells are empty.</summary>
internal static class StateTable
{
    /// <summary>A row a state, in the analysis's order.</summary>
    public static IEnumerable<string> Lines(RunAnalysis analysis) =>
    [
        MarkdownText.Row(["state", "family", "answers", .. StateColumn.All.Select(column => column.Heading), "checked operations", "marks"]),
        MarkdownText.Row([":--", ":--", ":--", .. StateColumn.All.Select(_ => "--:"), "--:", ":--"]),
        .. analysis.States.Select(Row),
        "",
        .. Meanings(analysis),
        .. Notes(analysis),
    ];

    private static string Row(StateAnalysis state) => MarkdownText.Row(
    [
        MarkdownText.Code(state.Declared.Name) + Aside(state),
        MarkdownText.Escape(Words.Spaced(state.Declared.Family)),
        Words.Replies(state.Declared.Replies),
        .. StateColumn.All.Select(column => column.Of(state)),
        state.Declared.CheckedOperations == 0 ? FigureText.Absent : state.Declared.CheckedOperations.ToString("N0", CultureInfo.InvariantCulture),
        Words.Marks(state),
    ]);

    private static string Aside(StateAnalysis state) => state switch
    {
        { IsBaseline: true } => " (baseline)",
        { IsLimit: true } => " (limit)",
        _ => "",
    };

    private static IEnumerable<string> Meanings(RunAnalysis analysis)
    {
        if (analysis.Baseline is { } baseline)
        {
            yield return $"- The baseline is {MarkdownText.Code(baseline.Declared.Name)}, because that is what most people would write.";
        }

        yield return "- In parentheses: the interval over launches, where there are enough of them. Marks and limits are explained under *How it was measured*.";
        if (analysis.UnderTheFloor is { Count: > 0 } under)
        {
            yield return $"- {MarkdownText.Code(RunAnalysis.FloorName)} is no floor for {Words.List([.. under.Select(state => MarkdownText.Code(state.Declared.Name))])}: they cost less in this run.";
        }
    }

    private static IEnumerable<string> Notes(RunAnalysis analysis)
    {
        var reasons =
            from column in StateColumn.All
            from state in analysis.States
            let because = column.Figure(state).AbsentBecause
            where because is not null
            group state.Declared.Name by (column.Heading, because);
        foreach (var reason in reasons)
        {
            var whose = reason.Count() == analysis.States.Count ? "every row" : string.Join(", ", reason.Select(MarkdownText.Code));
            yield return $"- {FigureText.Absent} in *{reason.Key.Heading}* of {whose}: {MarkdownText.Escape(reason.Key.because)}.";
        }

        if (analysis.States.Any(state => state.Declared.CheckedOperations == 0))
        {
            yield return $"- {FigureText.Absent} in *checked operations*: no check was made; a limit holds no state that one could check.";
        }
    }
}
