using KeyedState.Results;

namespace KeyedState.Reports;

/// <summary>The part of a README that shows what held on every place: a picture, the answers and a short table between two marker lines.</summary>
public static class ReadmeSection
{
    /// <summary>The line before the section.</summary>
    public const string Begin = "<!-- results:begin -->";

    /// <summary>The line after it.</summary>
    public const string End = "<!-- results:end -->";

    /// <summary>Renders what stands between the markers.</summary>
    /// <param name="comparison">The places; only what held on all of them is quoted.</param>
    /// <returns>Markdown whose links start at the folder that holds <c>results</c>.</returns>
    public static string Render(PlaceComparison comparison) => string.Join('\n',
    [
        .. Warnings(comparison),
        "[![Every state as a multiple of the baseline, a dot for each place](results/machines.svg)](results/README.md)",
        "",
        Measured(comparison),
        "",
        .. comparison.Orders.Select(order => order.Promise).Distinct().Select(promise => $"- **{Words.Condition(promise)}:** {PlacesAnswer.Of(comparison, promise)}"),
        "",
        MarkdownText.Row("state", "answers", "a blocking caller", "× baseline, all cores", "ns/operation, one core", StateColumn.AllocatedBeyond.Heading, "marks"),
        MarkdownText.Row(":--", ":--", ":--", "--:", "--:", "--:", ":--"),
        .. comparison.States.Select(state => Row(comparison, state)),
        "",
        $"The baseline is {BaselineOf(comparison)}, because that is what most people would write. {Figures(comparison)} A limit is what the others are held against; *{Words.Of(Mark.Unsteady)}* means that the slowest launch took more than {FigureText.Fixed(MarkDetector.LargestSpread, 1)} times as long as the fastest. {Reports(comparison)}",
    ]);

    /// <summary>The README with the section of the places in place of what was between the markers.</summary>
    /// <param name="readme">The README's text.</param>
    /// <param name="comparison">The places.</param>
    /// <exception cref="FormatException">The markers are missing, repeated or in the wrong order.</exception>
    public static string Replace(string readme, PlaceComparison comparison)
    {
        var (begin, end) = (Only(readme, Begin) + Begin.Length, Only(readme, End));
        return end < begin
            ? throw new FormatException($"The README has {End} before {Begin}: put them in order.")
            : $"{readme[..begin]}\n{Render(comparison)}\n{readme[end..]}";
    }

    // In one line, since the first screen has no room for more.
    private static string[] Warnings(PlaceComparison comparison) =>
        PlaceText.Warnings(comparison).ToArray() is { Length: > 0 } warnings ? [$"> **{string.Join(' ', warnings)}**", ""] : [];

    private static string Measured(PlaceComparison comparison)
    {
        string[] places = [.. comparison.Places.Select((place, index) => Place(place, isFirst: index == 0))];
        return places.Length == 1
            ? $"Measured on one machine only: {places[0]}. Whether another would confirm the order is not known."
            : $"Measured on {FigureText.Count(places.Length)} places, a place being a machine with its cores at one distance: {string.Join("; ", places)}. What is said here held on every one, and a range goes from the lowest of them to the highest. [All places side by side](results/README.md) has the rest.";
    }

    private static string Place(MeasuredPlace place, bool isFirst)
    {
        var trip = isFirst ? $" (a cache line takes {PlaceText.RoundTrip(place)} from one core to the other and back)" : $" ({PlaceText.RoundTrip(place)})";
        return $"{MarkdownText.Escape(PlaceText.Machine(place))}, {PlaceText.Cores(place)}{(place.Analysis.RoundTrip is null ? "" : trip)}";
    }

    private static string BaselineOf(PlaceComparison comparison) => comparison.States.FirstOrDefault(state => state.Name == RunAnalysis.BaselineName) is { } state
        ? MarkdownText.Escape(state.Title) + (comparison.HasChanged(state.Name) ? ", which has changed since, so no multiples of it are quoted" : "")
        : "not measured";

    private static string Figures(PlaceComparison comparison) => comparison.Places.Count == 1
        ? FactText.Interval
        : "The ranges are of the places' figures; their intervals are on the page of all places.";

    private static string Reports(PlaceComparison comparison) =>
        $"Reports with every launch and how it was measured: {string.Join("; ", comparison.Places.Zip(PlaceText.Names(comparison), (place, name) =>
            $"[{MarkdownText.Escape(name)}](results/{PlaceText.Report(place)}), {MarkdownText.Escape(FactText.Source(place.Analysis.Run))}{(place.ChangedSince is null ? ", what has changed since is not known" : "")}"))}.";

    private static string Row(PlaceComparison comparison, StoredState state)
    {
        StateAnalysis[] rows = [.. comparison.Places.Select(place => place.Find(state.Name)).OfType<StateAnalysis>()];
        string[] figures = comparison.HasChanged(state.Name)
            ? ["changed since", FigureText.Absent, FigureText.Absent, ""]
            :
            [
                PlacesAnswer.Multiple(comparison, state.Name) ?? FigureText.Absent,
                rows is [var only] && comparison.Places.Count == 1
                    ? FigureText.WithInterval(only.Cost)
                    : FigureText.Range([.. Centers(rows, row => row.Cost)]),
                FigureText.Range([.. Centers(rows, row => row.AllocatedBeyond)], FigureTables.Bytes),
                Marks(comparison, state.Name),
            ];
        return MarkdownText.Row(
        [
            PlaceText.Title(state), Words.Replies(state.Replies), Words.BlockingCaller(state.BlockingCaller), .. figures,
        ]);
    }

    private static IEnumerable<double> Centers(StateAnalysis[] rows, Func<StateAnalysis, Figure> figure) =>
        rows.Select(row => figure(row).Estimate?.Center).OfType<double>();

    // A mark that not every place has is followed by those that have it.
    private static string Marks(PlaceComparison comparison, string state)
    {
        var names = PlaceText.Names(comparison);
        return string.Join(", ", Enum.GetValues<Mark>()
            .Select(mark => (Mark: mark, Places: comparison.Places.Index().Where(place => place.Item.Find(state)?.Marks.Contains(mark) == true).Select(place => names[place.Index]).ToArray()))
            .Where(found => found.Places.Length > 0)
            .Select(found => Words.Of(found.Mark) + (found.Places.Length == names.Count ? "" : $" ({MarkdownText.Escape(string.Join(", ", found.Places))})")));
    }

    private static int Only(string readme, string marker)
    {
        var first = readme.IndexOf(marker, StringComparison.Ordinal);
        return first < 0 || readme.IndexOf(marker, first + 1, StringComparison.Ordinal) >= 0
            ? throw new FormatException($"The README must have {marker} exactly once: {(first < 0 ? "add it" : "remove the others")}.")
            : first;
    }
}
