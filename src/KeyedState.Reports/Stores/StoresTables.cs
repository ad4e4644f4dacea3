using KeyedState.Results;

namespace KeyedState.Reports;

/// <summary>The tables of a stores run: what is promised, and the figures of each scenario.</summary>
internal static class StoresTables
{
    private static readonly (double Share, string Name)[] Shown = [(0.5, "P50"), (0.99, "P99")];

    /// <summary>What each design promises beyond the process.</summary>
    /// <param name="analysis">The run.</param>
    /// <param name="hasKills">Whether a table of kills follows.</param>
    public static IEnumerable<string> Promises(StoresAnalysis analysis, bool hasKills) =>
    [
        $"This is what each engine declares for the settings that were measured; {(hasKills ? "only the first column was tested, by the kills below" : "nothing here was tested by a crash")}. *Yes* means that every acknowledged write is still there afterwards; for a power cut, if the disk keeps what it has acknowledged.",
        "",
        MarkdownText.Row("design", "the engine's process ends (of a cluster, a silo's)", "the system crashes", "the power is cut", "reachable by", "an acknowledged write means that", "settings"),
        MarkdownText.Row(":--", ":-:", ":-:", ":-:", ":--", ":--", ":--"),
        .. analysis.Run.Stores.Where(store => !store.State.IsLimit).Select(store => store.Promise is { } promise
            ? MarkdownText.Row(
                LatencyText.NameOf(store.State), YesOrNo(promise.SurvivesProcess), YesOrNo(promise.SurvivesSystem), YesOrNo(promise.SurvivesPowerCut),
                MarkdownText.Escape(promise.ReachableBy), MarkdownText.Escape(promise.Acknowledged), MarkdownText.Escape(promise.Settings))
            : MarkdownText.Row(LatencyText.NameOf(store.State), YesOrNo(false), YesOrNo(false), YesOrNo(false), "nobody else", "it is in this process's memory", FigureText.Absent)),
        "",
    ];

    /// <summary>The figures of a scenario; nothing where no design was measured in it.</summary>
    /// <param name="analysis">The run.</param>
    /// <param name="scenario">The scenario.</param>
    public static IEnumerable<string> Figures(StoresAnalysis analysis, StoredScenario scenario)
    {
        StoredStore[] measured = [.. analysis.Stores.Where(store => analysis.Has(store.State.Name, scenario.Name))];
        return measured.Length == 0 ? [] :
        [
            $"## {Capitalised(MarkdownText.Escape(scenario.Name))}",
            "",
            $"{Capitalised(Words.List([.. scenario.Roles.Select(Role)]))}, {(scenario.Keys == 1 ? "on one key" : $"on {FigureText.Count(scenario.Keys)} keys")}. Each calls again as soon as it is answered.{(scenario.Roles.Count > 1 ? " Where one role waits, the other has the cores: compare role with role." : "")}",
            "",
            MarkdownText.Row(
            [
                "design", .. scenario.Roles.SelectMany(role => Shown.Select(one => $"{Prefix(scenario, role)}{one.Name}").Prepend(Rate(scenario, role))),
                scenario.Roles.Count == 1 ? "times slower than the owner" : $"{MarkdownText.Escape(scenario.Roles[^1].Name)}: times slower than the owner", .. LimitColumn(scenario), "processor time, callers", "processor time, engine", "allocated, callers",
            ]),
            MarkdownText.Row([":--", .. Enumerable.Repeat("--:", ((Shown.Length + 1) * scenario.Roles.Count) + 4 + LimitColumn(scenario).Length)]),
            .. measured.Select(store => Row(analysis, scenario, store)),
            "",
        ];
    }

    private static string Row(StoresAnalysis analysis, StoredScenario scenario, StoredStore store)
    {
        var name = store.State.Name;
        return MarkdownText.Row(
        [
            LatencyText.NameOf(store.State),
            .. scenario.Roles.SelectMany((_, role) => Times(analysis.Times(name, scenario.Name, role)).Prepend(LatencyText.Rate(analysis.Throughput(name, scenario.Name, role)))),
            name == StoresAnalysis.Owner ? "1" : StoresText.Factor(analysis.TimesSlowerThan(name, StoresAnalysis.Owner, scenario.Name, scenario.Roles.Count - 1)),
            .. LimitColumn(scenario).Select(_ => Limit(analysis, scenario, store)),
            StoresText.PerOperation(analysis.ClientTime(name, scenario.Name)),
            StoresText.PerOperation(analysis.EngineTime(name, scenario.Name)),
            Bytes(analysis.ClientBytes(name, scenario.Name)),
        ]);
    }

    private static IEnumerable<string> Times(LatencyTimes times) => Shown.Select(one => LatencyText.Time(times.Percentile(one.Share)));

    private static string Bytes(Estimate? bytes) => bytes is null ? FigureText.Absent : $"{FigureText.WithInterval(Figure.Of(bytes, ""))} B";

    // One write after the other is what the limits bound: many callers share a flush, and a socket carries many messages at a time.
    private static string[] LimitColumn(StoredScenario scenario) => StoresLimits.Bound(scenario) ? ["times slower than its limit"] : [];

    private static string Limit(StoresAnalysis analysis, StoredScenario scenario, StoredStore store) =>
        store.Promise?.Limit is { } limit && analysis.TimesSlowerThan(store.State.Name, limit, scenario.Name, role: 0) is { } factor
            ? $"{StoresText.Factor(factor)} ({MarkdownText.Code(limit)})"
            : FigureText.Absent;

    private static string Role(StoredRole role) => $"{FigureText.Count(role.Workers)} {MarkdownText.Escape(role.Name)} ({StoresText.Operation(role.Operation)})";

    private static string Rate(StoredScenario scenario, StoredRole role) => scenario.Roles.Count == 1 ? "operations" : $"operations of {MarkdownText.Escape(role.Name)}";

    private static string Prefix(StoredScenario scenario, StoredRole role) => scenario.Roles.Count == 1 ? "" : $"{MarkdownText.Escape(role.Name)} ";

    private static string YesOrNo(bool promised) => promised ? "yes" : "no";

    private static string Capitalised(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}
