using KeyedState.Results;

namespace KeyedState.Reports;

/// <summary>The figures that can be held against those of other places: multiples of the baseline, and allocations.</summary>
internal static class FigureTables
{
    public static IEnumerable<string> Lines(PlaceComparison comparison) =>
    [
        "## Throughput on all cores, as a multiple of the baseline",
        "",
        $"{Baseline(comparison)} Parentheses hold the interval for the next run on that machine.",
        "",
        .. Multiples(comparison, Look.AllCores),
        "",
        "## Speed on one core, as a multiple of the baseline",
        "",
        "The baseline's time for an operation, divided by the design's: 58 means that an operation takes 1/58 of the baseline's time. Nothing contends on one core.",
        "",
        .. Multiples(comparison, Look.OneCore),
        "",
        "## Allocations",
        "",
        "Bytes per operation beyond what the harness allocates (designs that answer at once) or what `async` itself allocates (the others).",
        "",
        .. Table(comparison, (place, state) => place.Find(state)?.AllocatedBeyond, Bytes),
        "",
    ];

    private static string Baseline(PlaceComparison comparison) => comparison.States.FirstOrDefault(state => state.Name == RunAnalysis.BaselineName) is { } baseline
        ? $"The baseline is {MarkdownText.Escape(baseline.Title)}, because that is what most people would write."
        : "No machine has measured the baseline.";

    private static IEnumerable<string> Multiples(PlaceComparison comparison, Look look) =>
        Table(comparison, (place, state) => place.Multiple(state, look), FigureText.Significant);

    private static IEnumerable<string> Table(PlaceComparison comparison, Func<MeasuredPlace, string, Figure?> find, Func<double, string> text) =>
    [
        MarkdownText.Row(["state", .. PlaceText.Names(comparison).Select(MarkdownText.Escape), .. Range(comparison, "range")]),
        MarkdownText.Row([":--", .. comparison.Places.Select(_ => "--:"), .. Range(comparison, "--:")]),
        .. comparison.States.Select(state => MarkdownText.Row(
        [
            PlaceText.Title(state),
            .. comparison.Places.Select(place => Cell(find(place, state.Name)?.Estimate, place.HasChanged(state.Name) ? PlaceText.Changed : "", text)),
            .. Range(comparison, FigureText.Range([.. comparison.Places.Select(place => find(place, state.Name)?.Estimate?.Center).OfType<double>()], text)),
        ])),
    ];

    // One place has no range.
    private static string[] Range(PlaceComparison comparison, string cell) => comparison.Places.Count > 1 ? [cell] : [];

    private static string Cell(Estimate? estimate, string mark, Func<double, string> text) => estimate switch
    {
        null => FigureText.Absent,
        { Lower: { } lower, Upper: { } upper } => $"{text(estimate.Center)} ({text(lower)}–{text(upper)}){mark}",
        _ => text(estimate.Center) + mark,
    };

    /// <summary>Bytes as people read them: hundredths where there are few.</summary>
    public static string Bytes(double bytes) => FigureText.Fixed(Math.Max(bytes, 0), Math.Abs(bytes) < 10 ? 2 : 0);
}
