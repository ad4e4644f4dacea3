using System.Globalization;
using KeyedState.Results;

namespace KeyedState.Reports;

/// <summary>The figures of every state that explain those of the first table.</summary>
internal static class FurtherSection
{
    public static IEnumerable<string> Lines(RunAnalysis analysis)
    {
        var columns = StateColumn.Further(analysis.Run.Scenario);
        string[] notes =
        [
            .. StateTable.Absences(analysis, columns),
            .. analysis.States.Any(state => state.Declared.CheckedOperations == 0)
                ? [$"- {FigureText.Absent} in *checked*: a limit is not checked, since it is no design to choose."]
                : Array.Empty<string>(),
        ];
        return
        [
            "Roles are timed on all cores, as shares of the iteration. *All roles ran* is the share during which every role still had a worker at work. *Checked* is the number of operations that were recorded and found linearizable before the state was measured.",
            "",
            MarkdownText.Row(["state", "family", .. columns.Select(column => column.Heading), "most pool threads", "checked"]),
            MarkdownText.Row([":--", ":--", .. columns.Select(_ => "--:"), "--:", "--:"]),
            .. analysis.States.Select(state => Row(state, columns)),
            .. notes.Length == 0 ? [] : notes.Prepend(""),
        ];
    }

    private static string Row(StateAnalysis state, IReadOnlyList<StateColumn> columns) => MarkdownText.Row(
    [
        MarkdownText.Code(state.Declared.Name) + StateTable.Aside(state),
        MarkdownText.Escape(Words.Spaced(state.Declared.Family)),
        .. columns.Select(column => column.Of(state)),
        state.PeakPoolThreads is { } threads ? FigureText.Count(threads) : FigureText.Absent,
        state.Declared.CheckedOperations == 0 ? FigureText.Absent : state.Declared.CheckedOperations.ToString("N0", CultureInfo.InvariantCulture),
    ]);
}
