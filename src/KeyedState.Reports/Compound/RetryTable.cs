using KeyedState.Results;

namespace KeyedState.Reports;

/// <summary>The table of operations that were begun anew.</summary>
internal static class RetryTable
{
    private const double Shown = 0.0005;

    /// <summary>The lines; none where no operation was.</summary>
    public static IEnumerable<string> Lines(CompoundAnalysis analysis)
    {
        string[] scenarios = [.. CompoundTables.Plain.Where(scenario => analysis.Run.States.Any(state => IsShown(state, scenario)))];
        StoredSeriesState[] states = [.. analysis.Run.States.Where(state => scenarios.Any(scenario => IsShown(state, scenario)))];
        return states.Length == 0 ? [] :
        [
            "Some designs begin an operation anew when another came first. Restarts for a thousand operations on all cores:",
            "",
            MarkdownText.Row(["design", .. scenarios]),
            MarkdownText.Row([":--", .. scenarios.Select(_ => "--:")]),
            .. states.Select(state => MarkdownText.Row([
                CompoundTables.NameOf(state),
                .. scenarios.Select(scenario => analysis.Retries(state.State.Name, scenario) is { } retries ? FigureText.Fixed(1000 * retries, 1) : FigureText.Absent),
            ])),
            "",
        ];

        bool IsShown(StoredSeriesState state, string scenario) => analysis.Retries(state.State.Name, scenario) >= Shown;
    }
}
