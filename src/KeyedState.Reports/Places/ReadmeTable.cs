using KeyedState.Results;

namespace KeyedState.Reports;

/// <summary>The README's table: every design with what it is, where it comes from and its figures, grouped by what it promises its callers.</summary>
internal static class ReadmeTable
{
    private const int Columns = 6;

    public static IEnumerable<string> Lines(PlaceComparison comparison)
    {
        var signs = new MarkSigns(comparison);
        return
        [
            MarkdownText.Row("design", "how it works", "comes from", "throughput on all cores, × baseline", "ns per operation, one core", "B per operation"),
            MarkdownText.Row(":--", ":--", ":--", "--:", "--:", "--:"),
            .. comparison.States.GroupBy(state => Words.Group(state)).SelectMany(group => (string[])
            [
                MarkdownText.Row([$"**{group.Key.Answers}**", $"*{group.Key.Blocking}*", .. Enumerable.Repeat("", Columns - 2)]),
                .. group.Select(state => Row(comparison, signs, state)),
            ]),
            "",
            $"Bytes are beyond what the harness and `async` itself allocate. A *limit* is no design: it shows how fast the harness, a plain table or `await` alone is. {string.Join(' ', signs.Legend)}{(signs.Legend.Any() ? " " : "")}{Reports(comparison)}",
        ];
    }

    private static string Row(PlaceComparison comparison, MarkSigns signs, StoredState state)
    {
        var quoted = new QuotedFigures(comparison);
        string[] figures = comparison.HasChanged(state.Name)
            ? ["changed since", FigureText.Absent, FigureText.Absent]
            :
            [
                FigureText.Range(quoted.Multiples(state), FigureText.Rounded) + signs.Of(state, Look.AllCores),
                FigureText.Range(quoted.Costs(state), FigureText.Rounded) + signs.Of(state, Look.OneCore),
                FigureText.Range(quoted.Bytes(state), bytes => bytes < 1 ? FigureTables.Bytes(bytes) : FigureText.Rounded(bytes)),
            ];
        return MarkdownText.Row(
        [
            PlaceText.Link(comparison, state) + (state.Name == RunAnalysis.BaselineName ? " (baseline)" : ""), PlaceText.HowItWorks(comparison, state), PlaceText.Origin(comparison, state), .. figures,
        ]);
    }

    private static string Reports(PlaceComparison comparison) =>
        $"Full reports: {string.Join("; ", comparison.Places.Zip(PlaceText.Names(comparison), (place, name) =>
            $"[{MarkdownText.Escape(name)}](results/{PlaceText.Report(place)}), {MarkdownText.Escape(FactText.Source(place.Analysis.Run))}{(place.ChangedSince is null ? ", what has changed since is not known" : "")}"))}.";
}
