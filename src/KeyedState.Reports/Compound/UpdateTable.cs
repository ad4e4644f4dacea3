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
            "With a wait of a millisecond: the rate of updates as a share of the rate of tasks that only wait, and how long a write of a key that nobody else uses takes meanwhile (where there is no state, the call alone):",
            "",
            MarkdownText.Row(["design", "share, 5 keys", "share, 100,000 keys", "write of another key, 5 keys", "write of another key, 100,000 keys"]),
            MarkdownText.Row([":--", "--:", "--:", "--:", "--:"]),
            .. states.Select(state => MarkdownText.Row(
            [
                Name(state),
                .. Pausing.Select(scenario => analysis.ShareOfWaiting(state.State.Name, scenario) is { } share ? FigureText.Fixed(100 * share.Center, 1) + " %" : FigureText.Absent),
                .. Pausing.Select(scenario => CardSection.Time(analysis.Apart(state.State.Name, scenario))),
            ])),
            "",
            .. Reasons(analysis, states),
        ];
    }

    private static IEnumerable<string> Reasons(CompoundAnalysis analysis, StoredSeriesState[] states)
    {
        var spread = Pausing[1];
        var tasks = analysis.Run.Scenarios.FirstOrDefault(scenario => scenario.Name == spread)?.Roles[0].Workers ?? 0;
        if (tasks == 0 || analysis.Rate(CompoundAnalysis.WaitsOnly, Look.AllCores, spread) is not { } waiting)
        {
            return [];
        }

        return
        [
            $"Updates are slower than tasks that only wait, for three reasons. Updates of one key run one after the other, so over five keys at most 5 of {FigureText.Count(tasks)} tasks make progress at a time, which is {Share(5.0 / tasks)}. A single owner of all keys lets only one task make progress, or {Share(1.0 / tasks)} (its waits may end a little sooner than those of many tasks that share the processors). Over 100,000 keys two updates hardly ever meet, and only the work that a design does for each update remains. A task that only waits takes {Milliseconds(waiting)} ms from one update to the next.",
            "",
            .. states.Where(state => state.State.Name != CompoundAnalysis.WaitsOnly).Select(state => Reason(state)).OfType<string>(),
        ];

        string? Reason(StoredSeriesState state) => analysis.Rate(state.State.Name, Look.AllCores, spread) is not { } rate ? null
            : IsOneOwner(state) ? $"- {Name(state)}: one update at a time, every {FigureText.Fixed(1 / (rate.Center * 1e3), 2)} ms."
            : $"- {Name(state)}: {Milliseconds(rate)} ms from one update of a task to its next, {FigureText.Fixed(tasks * ((1 / rate.Center) - (1 / waiting.Center)) / 1e3, 2)} ms more than for a task that only waits.";

        bool IsOneOwner(StoredSeriesState state) => analysis.Run.Capabilities.FirstOrDefault(one => one.State == state.State.Name)?.OtherKeys != "GoesOn";

        string Milliseconds(Estimate millions) => FigureText.Fixed(tasks / (millions.Center * 1e3), 2);

        static string Share(double share) => FigureText.Fixed(100 * share, 1) + " %";
    }

    private static string Name(StoredSeriesState state) =>
        state.State.Name == CompoundAnalysis.WaitsOnly ? "no state: the tasks only wait" : CompoundTables.NameOf(state);

    private static string Thousands(Estimate? millions) => millions is null ? FigureText.Absent : CompoundTables.Text(
        millions with { Center = millions.Center * 1e3, Lower = millions.Lower * 1e3, Upper = millions.Upper * 1e3 });
}
