using KeyedState.Results;

namespace KeyedState.Reports;

/// <summary>The table of exclusive updates: how many complete, and who waits for whom.</summary>
internal static class UpdateTable
{
    private static readonly (string Scenario, string Title)[] Columns =
    [
        ("update, yield", "yield, 5 keys"),
        ("spread update, yield", "yield, 100,000 keys"),
        ("update, other thread", "other thread, 5 keys"),
        ("spread update, other thread", "other thread, 100,000 keys"),
        ("update, 1 ms", "1 ms, 5 keys"),
        ("spread update, 1 ms", "1 ms, 100,000 keys"),
    ];

    private static readonly string[] Pausing = ["update, 1 ms", "spread update, 1 ms"];

    /// <summary>The lines.</summary>
    public static IEnumerable<string> Lines(CompoundAnalysis analysis)
    {
        StoredSeriesState[] states = [.. analysis.Run.States.Where(state => Columns.Any(column => analysis.Rate(state.State.Name, Look.AllCores, column.Scenario) is not null))];
        return states.Length == 0 ? ["No measured design offers them."] :
        [
            "The caller's code runs between a key's read and its write, and awaits: it yields, or waits for another thread, or for a millisecond. Thousand updates per second on all cores, those of all tasks together.",
            "",
            MarkdownText.Row(["design", .. Columns.Select(column => column.Title)]),
            MarkdownText.Row([":--", .. Columns.Select(_ => "--:")]),
            .. states.Select(state => MarkdownText.Row(
                [Name(state), .. Columns.Select(column => Thousands(analysis.Rate(state.State.Name, Look.AllCores, column.Scenario)))])),
            "",
            "With a wait of a millisecond, the share of what tasks reach that only wait, and how long a write of a key takes that nobody else uses:",
            "",
            MarkdownText.Row(["design", "share, 5 keys", "share, 100,000 keys", "write of another key, 5 keys", "write of another key, 100,000 keys"]),
            MarkdownText.Row([":--", "--:", "--:", "--:", "--:"]),
            .. states.Select(state => MarkdownText.Row(
            [
                Name(state),
                .. Pausing.Select(scenario => analysis.ShareOfWaiting(state.State.Name, scenario) is { } share ? FigureText.Fixed(100 * share.Center, 1) + " %" : FigureText.Absent),
                .. Pausing.Select(scenario => CardSection.Time(analysis.Apart(state.State.Name, scenario))),
            ])),
        ];
    }

    private static string Name(StoredSeriesState state) =>
        state.State.Name == CompoundAnalysis.WaitsOnly ? "no state: the tasks only wait" : CompoundTables.NameOf(state);

    private static string Thousands(Estimate? millions) => millions is null ? FigureText.Absent : CompoundTables.Text(
        millions with { Center = millions.Center * 1e3, Lower = millions.Lower * 1e3, Upper = millions.Upper * 1e3 });
}
