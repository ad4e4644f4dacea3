using KeyedState.Results;

namespace KeyedState.Reports;

/// <summary>Which places there are, from which source their figures are, and what has changed since.</summary>
internal static class PlaceTable
{
    public static IEnumerable<string> Lines(PlaceComparison comparison) =>
    [
        MarkdownText.Row("cores", "machine", "runtime", "cache line there and back", "measured", "designs changed since", "full report"),
        MarkdownText.Row(":--", ":--", ":--", "--:", ":--", ":--", ":--"),
        .. comparison.Places.Zip(PlaceText.Names(comparison), (place, name) => MarkdownText.Row(
            MarkdownText.Escape(name),
            $"{MarkdownText.Escape(PlaceText.Machine(place))}, {MarkdownText.Escape(place.Analysis.Run.Machine.System)} ({MarkdownText.Code(place.Place.Machine)})",
            MarkdownText.Escape(place.Analysis.Run.Machine.Runtime),
            PlaceText.RoundTrip(place),
            MarkdownText.Escape(FactText.Source(place.Analysis.Run)),
            Changed(comparison, place),
            $"[report]({PlaceText.Report(place)})")),
        "",
        .. Signs(comparison),
    ];

    private static string Changed(PlaceComparison comparison, MeasuredPlace place)
    {
        if (place.ChangedSince is not { } changed)
        {
            return "not known";
        }

        string[] titles = PlaceText.Titles(comparison, place.Analysis.States.Select(row => row.Declared.Name).Where(changed.Contains));
        return titles.Length == 0 ? "none" : titles.Length == place.Analysis.States.Count ? "all" : Words.List(titles);
    }

    private static string[] Signs(PlaceComparison comparison) =>
    [
        .. comparison.States.Any(state => comparison.HasChanged(state.Name))
            ? [$"{PlaceText.Changed.Trim()} marks a figure of a design whose source has changed since. The README quotes no such figure; the orders on this page take them into account.", ""]
            : Array.Empty<string>(),
        .. comparison.Places.Any(place => place.ChangedSince is null)
            ? ["*Not known*: the run was made with uncommitted changes, or git does not have its commit here.", ""]
            : Array.Empty<string>(),
    ];
}
