using KeyedState.Results;

namespace KeyedState.Reports;

/// <summary>The README's table: every design with what it is, where it comes from and its figures, grouped by what it promises its callers.</summary>
internal static class ReadmeTable
{
    private const int Columns = 6;

    public static IEnumerable<string> Lines(PlaceComparison comparison) =>
    [
        MarkdownText.Row("design", "how it works", "comes from", "throughput on all cores, × baseline", "ns per operation, one core", "B per operation"),
        MarkdownText.Row(":--", ":--", ":--", "--:", "--:", "--:"),
        .. comparison.States.GroupBy(Group).SelectMany(group => (string[])
        [
            MarkdownText.Row([$"**{group.Key.First}**", $"*{group.Key.Second}*", .. Enumerable.Repeat("", Columns - 2)]),
            .. group.Select(state => Row(comparison, state)),
        ]),
        "",
        string.Join(' ', ["Code of this repository is there to be [copied](LICENSE). Bytes are what the design itself allocates: what the harness allocates is subtracted, and for calls that complete asynchronously what `async` allocates.", .. Meanings(comparison), Reports(comparison)]),
    ];

    private static (string First, string Second) Group(StoredState state) =>
        state.IsLimit ? Words.Group(state) : Words.Condition(Promise.Of(state)).Split("; ") is [var completes, var blocks] ? (completes, blocks) : Words.Group(state);

    private static string Row(PlaceComparison comparison, StoredState state)
    {
        var quoted = new QuotedFigures(comparison);
        string[] figures = comparison.HasChanged(state.Name)
            ? ["changed since", FigureText.Absent, FigureText.Absent]
            :
            [
                FigureText.Range(quoted.Multiples(state), FigureText.Rounded) + Beside(comparison, state, Look.AllCores),
                FigureText.Range(quoted.Costs(state), FigureText.Rounded) + Beside(comparison, state, Look.OneCore),
                FigureText.Range(quoted.Bytes(state), bytes => bytes < 1 ? FigureTables.Bytes(bytes) : FigureText.Rounded(bytes)),
            ];
        return MarkdownText.Row(
        [
            PlaceText.Link(comparison, state) + (state.Name == RunAnalysis.BaselineName ? " (baseline)" : ""), PlaceText.HowItWorks(comparison, state), PlaceText.Origin(comparison, state), .. figures,
        ]);
    }

    /// <summary>The marks that a figure has on any place, in small letters.</summary>
    private static string Beside(PlaceComparison comparison, StoredState state, Look look) =>
        string.Join(", ", MarksOf(comparison, state, look).Select(mark => Words.Of(mark) + On(comparison, state, look, mark))) is { Length: > 0 } marks ? $" <sup>{marks}</sup>" : "";

    /// <summary>The machines that have a mark, where others have it not.</summary>
    private static string On(PlaceComparison comparison, StoredState state, Look look, Mark mark)
    {
        string[] names =
        [
            .. comparison.Places.Zip(PlaceText.Names(comparison))
                .Where(pair => pair.First.Find(state.Name)?.FigureMarks.Any(found => found.Look == look && found.Mark == mark) == true).Select(pair => MarkdownText.Escape(pair.Second)),
        ];
        return names.Length == comparison.Places.Count ? "" : $" ({Words.List(names)})";
    }

    private static IEnumerable<Mark> MarksOf(PlaceComparison comparison, StoredState state, Look look) =>
        Rows(comparison, state).SelectMany(row => row.FigureMarks).Where(found => found.Look == look).Select(found => found.Mark).Distinct().Order();

    private static IEnumerable<StateAnalysis> Rows(PlaceComparison comparison, StoredState state) =>
        comparison.Places.Select(place => place.Find(state.Name)).OfType<StateAnalysis>();

    private static IEnumerable<string> Meanings(PlaceComparison comparison)
    {
        Mark[] marks =
        [
            .. comparison.States.Where(state => !comparison.HasChanged(state.Name))
                .SelectMany(state => Look.All.SelectMany(look => MarksOf(comparison, state, look))).Distinct().Order(),
        ];
        return marks.Length == 0
            ? []
            : [$"Marks: {string.Join("; ", marks.Select(mark => $"*{Words.Of(mark)}*, {MarkText.Meaning(mark)}"))}."];
    }

    private static string Reports(PlaceComparison comparison) =>
        $"Full reports: {string.Join("; ", comparison.Places.Zip(PlaceText.Names(comparison), (place, name) =>
            $"[{MarkdownText.Escape(name)}](results/{PlaceText.Report(place)}), {MarkdownText.Escape(FactText.Source(place.Analysis.Run))}{(place.ChangedSince is null ? ", what has changed since is not known" : "")}"))}.";
}
