using KeyedState.Results;

namespace KeyedState.Reports;

/// <summary>What each state of the catalogue offers: a figure where it was measured, and else the reason why not.</summary>
internal static class CapabilityTable
{
    // What stands for a capability in the table: all tasks do it, and for updates few of them meet at a key.
    private static readonly (string Capability, string Title, string Scenario)[] Columns =
    [
        ("Add", "add", "all add"),
        ("Transfer", "transfer", "all transfer"),
        ("Snapshot", "snapshot", "all snapshot"),
        ("ExclusiveUpdate", "exclusive update", "spread update, 1 ms"),
    ];

    /// <summary>The lines.</summary>
    public static IEnumerable<string> Lines(CompoundAnalysis analysis) =>
    [
        "*Add* changes a key by an amount and returns the value before. *Transfer* moves an amount between two keys if there is enough. *Snapshot* reads several keys at one instant. "
            + "*Exclusive update* runs the caller's asynchronous code between a key's read and its write. Each is one step to everybody else; the designs that have a figure were checked for that in this run. "
            + $"Figures are thousand operations per second on all cores, in the scenarios {Words.List([.. Columns.Select(column => $"*{column.Scenario}*")])}; *offered* means that this run neither measured nor checked it.",
        "",
        MarkdownText.Row(["design", .. Columns.Select(column => column.Title)]),
        MarkdownText.Row([":--", .. Columns.Select(_ => ":--")]),
        .. analysis.Run.Capabilities.Select(state => MarkdownText.Row([MarkdownText.Escape(state.Title), .. Columns.Select(column => Cell(analysis, state, column.Capability, column.Scenario))])),
    ];

    private static string Cell(CompoundAnalysis analysis, StoredCapabilities state, string capability, string scenario)
    {
        if (!state.Offered.Contains(capability))
        {
            return state.Lacking.TryGetValue(capability, out var because) ? $"no: {MarkdownText.Escape(because)}" : "no";
        }

        return analysis.Rate(state.State, Look.AllCores, scenario) is { } rate ? $"{FigureText.Significant(rate.Center * 1e3)} k/s" : "offered";
    }
}
