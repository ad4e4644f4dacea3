using KeyedState.Results;

namespace KeyedState.Reports;

/// <summary>Which places there are, from which source their figures are, and what has changed since.</summary>
internal static class PlaceTable
{
    public static IEnumerable<string> Lines(PlaceComparison comparison) =>
    [
        MarkdownText.Row("cores", "machine", "runtime", "cache line there and back", "measured", "changed since then", "full report"),
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
        return titles.Length == 0 ? "none" : Words.List(titles);
    }

    private static string[] Signs(PlaceComparison comparison) =>
    [
        .. comparison.States.Any(state => comparison.HasChanged(state.Name))
            ? [$"{PlaceText.Changed.Trim()} marks a design whose source has changed since it was measured on at least one machine. Its figures are of the older source, and the README does not quote them.", ""]
            : Array.Empty<string>(),
        .. comparison.Places.Any(place => place.ChangedSince is null)
            ? ["*Not known*: the run was made with uncommitted changes, or git does not have its commit here.", ""]
            : Array.Empty<string>(),
    ];
}
