using KeyedState.Results;

namespace KeyedState.Reports;

/// <summary>The cards of all places, and which of their figures explains what differs.</summary>
internal static class CardTable
{
    public static IEnumerable<string> Lines(PlaceComparison comparison) =>
    [
        "## What explains the differences",
        "",
        .. Explanation(comparison),
        MarkdownText.Row(["reading", .. PlaceText.Names(comparison).Select(MarkdownText.Escape)]),
        MarkdownText.Row([":--", .. comparison.Places.Select(_ => "--:")]),
        MarkdownText.Row(["round trip while figures on all cores were measured", .. comparison.Places.Select(PlaceText.RoundTrip)]),
        .. CardFigure.All.Where(figure => comparison.Places.Any(place => Of(place, figure) is not null))
            .Select(figure => MarkdownText.Row([figure.IsCondition ? figure.Name : figure.Name + " (varies too much to compare)", .. comparison.Places.Select(place => CardSection.Time(Of(place, figure)))])),
        "",
        "The first row is the median over the iterations that the figures come from. The other rows were read before and after the run, and the better reading is shown; if a hypervisor moved the cores in between, their round trips are of another distance than the first row's.",
        "",
    ];

    private static IEnumerable<string> Explanation(PlaceComparison comparison)
    {
        double[] trips = [.. comparison.Places.Select(place => place.Analysis.RoundTrip).OfType<double>()];
        if (comparison.Places.Count == 1)
        {
            yield break;
        }

        if (Differ(trips))
        {
            yield return $"A cache line takes {FigureText.Range(trips)} ns from one core to the other and back, depending on the machine. On all cores, every lock, queue and shared counter moves cache lines between cores. The baseline does too, so a multiple of it can rise although the design became slower. On one core no cache line moves.";
            yield return "";
        }

        if (Values(comparison, CardFigure.LoneSwap) is var swaps && Differ(swaps))
        {
            yield return $"An uncontended compare-and-swap takes {FigureText.Range(swaps)} ns. Where it takes longer, locks and other designs made of interlocked operations cost more on one core.";
            yield return "";
        }

        string[] others =
        [
            .. CardFigure.All.Where(figure => figure.IsCondition && figure != CardFigure.NearestRoundTrip && figure != CardFigure.FarthestRoundTrip && figure != CardFigure.LoneSwap)
                .Where(figure => Differ(Values(comparison, figure)))
                .Select(figure => figure.Name),
        ];
        yield return others.Length == 0
            ? $"No other reading that is steady enough to compare differs by more than a factor of {FigureText.Fixed(CardFigure.LargestRatio, 1)}."
            : $"Other readings that differ by more than a factor of {FigureText.Fixed(CardFigure.LargestRatio, 1)}: {Words.List(others)}.";
        yield return "";
    }

    private static bool Differ(double[] values) => values.Length > 1 && values.Max() > CardFigure.LargestRatio * values.Min();

    private static double[] Values(PlaceComparison comparison, CardFigure figure) => [.. comparison.Places.Select(place => Of(place, figure)).OfType<double>()];

    private static double? Of(MeasuredPlace place, CardFigure figure) => place.Analysis.Run.Cards?.BetterOf(figure);
}
