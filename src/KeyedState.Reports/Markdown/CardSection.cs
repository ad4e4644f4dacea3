using KeyedState.Results;

namespace KeyedState.Reports;

/// <summary>The machine's card: the readings around the launches of a run, and what the system tells of its cores.</summary>
internal static class CardSection
{
    /// <summary>The lines; nothing for runs that were stored before cards were read.</summary>
    public static IEnumerable<string> Lines(StoredRun run) => run.Cards is { } cards
        ?
        [
            "",
            .. Readings(cards),
            "",
            .. Cores(cards.Before),
            .. Chosen(run),
            .. Absent(cards),
        ]
        : [];

    private static IEnumerable<string> Readings(StoredCards cards) =>
    [
        "The machine's card: what the program measured of the machine itself, and what the system says of its cores. Times are medians.",
        "",
        MarkdownText.Row(["reading", "before the first launch", "after the last launch"]),
        MarkdownText.Row([":--", "--:", "--:"]),
        .. CardFigure.All.Where(figure => cards.BetterOf(figure) is not null)
            .Select(figure => MarkdownText.Row([figure.Name, Time(figure.Of(cards.Before)), Time(cards.After is { } after ? figure.Of(after) : null)])),
    ];

    private static IEnumerable<string> Cores(StoredCard card) =>
    [
        .. card.AllowedCores is { } allowed ? [$"- Cores the process may use: {MarkdownText.Escape(allowed)}"] : Array.Empty<string>(),
        .. card.QuotaCores is { } quota ? [$"- CPU quota of the control group: {FigureText.Significant(quota)} cores"] : Array.Empty<string>(),
        .. card.HighestMegahertz is { } frequency ? [$"- Highest frequency: {FigureText.Fixed(frequency, 0)} MHz"] : Array.Empty<string>(),
        .. card.Turbo is { } turbo ? [$"- Turbo: {(turbo ? "on" : "off")}"] : Array.Empty<string>(),
        .. card.Siblings is { } groups
            ? [$"- Logical cores that share a physical core: {(groups.Count == 0 ? "none" : MarkdownText.Escape(string.Join("; ", groups)))}"]
            : Array.Empty<string>(),
        .. card.Kinds.Count > 0
            ? [$"- Kinds of cores: {MarkdownText.Escape(string.Join("; ", card.Kinds.Select(kind => $"{kind.Name} (cores {kind.Cores})")))}"]
            : Array.Empty<string>(),
    ];

    private static IEnumerable<string> Chosen(StoredRun run) => run.Looks.Where(look => look.Core is not null)
        .Select(look => $"- Launches on {look.Look.Name} were pinned to core {FigureText.Count(look.Core!.Value)}");

    private static IEnumerable<string> Absent(StoredCards cards)
    {
        string[] times = [.. CardFigure.All.Where(figure => cards.BetterOf(figure) is null).Select(figure => figure.Name)];
        string[] untold =
        [
            .. cards.Before.AllowedCores is null ? ["allowed cores"] : Array.Empty<string>(),
            .. cards.Before.QuotaCores is null ? ["quota"] : Array.Empty<string>(),
            .. cards.Before.HighestMegahertz is null ? ["highest frequency"] : Array.Empty<string>(),
            .. cards.Before.Turbo is null ? ["turbo"] : Array.Empty<string>(),
            .. cards.Before.Siblings is null ? ["shared physical cores"] : Array.Empty<string>(),
        ];
        return
        [
            .. cards.After is null ? ["- Nothing was read after the last launch, because the run ended early"] : Array.Empty<string>(),
            .. times.Length > 0 ? [$"- Not measured, because threads could not be pinned to the cores that it takes: {string.Join("; ", times)}"] : Array.Empty<string>(),
            .. untold.Length > 0 ? [$"- Unknown, because the system does not show it: {string.Join(", ", untold)}"] : Array.Empty<string>(),
        ];
    }

    /// <summary>A reading in the unit that suits it.</summary>
    public static string Time(double? nanoseconds) => nanoseconds switch
    {
        null => FigureText.Absent,
        >= 1e6 => $"{FigureText.Significant(nanoseconds.Value / 1e6)} ms",
        >= 1e3 => $"{FigureText.Significant(nanoseconds.Value / 1e3)} µs",
        _ => $"{FigureText.Significant(nanoseconds.Value)} ns",
    };
}
