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
            .Select(figure => MarkdownText.Row([figure.Name, .. comparison.Places.Select(place => CardSection.Time(Of(place, figure)))])),
        "",
        "The first row is the median over the iterations that the figures are from. The others are the machine's card, the better of its readings before and after the run; its round trips can be of another distance, where a hypervisor moved the cores in between.",
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
            yield return $"A cache line takes {FigureText.Range(trips)} ns from one core to the other and back, {FigureText.Fixed(trips.Max() / trips.Min(), 1)} times as long on one place as on another. On all cores every lock, queue and shared counter passes such lines between cores, so contended states do less where cores are far apart, and those that pass few lines gain on the others. On one core no line is passed.";
            yield return "";
        }

        if (Values(comparison, CardFigure.LoneSwap) is var swaps && Differ(swaps))
        {
            yield return $"A compare-and-swap that nobody contends takes {FigureText.Range(swaps)} ns. Where it takes longer, states that are mostly made of interlocked operations, such as locks, cost more on one core than the others do.";
            yield return "";
        }

        string[] others =
        [
            .. CardFigure.All.Where(figure => figure.IsCondition && figure != CardFigure.NearestRoundTrip && figure != CardFigure.FarthestRoundTrip && figure != CardFigure.LoneSwap)
                .Where(figure => Differ(Values(comparison, figure)))
                .Select(figure => figure.Name),
        ];
        yield return others.Length == 0
            ? $"Nothing else that tells machines apart differs by more than a factor of {FigureText.Fixed(CardFigure.LargestRatio, 1)}."
            : $"What else differs by more than a factor of {FigureText.Fixed(CardFigure.LargestRatio, 1)}: {Words.List(others)}.";
        yield return "";
    }

    private static bool Differ(double[] values) => values.Length > 1 && values.Max() > CardFigure.LargestRatio * values.Min();

    private static double[] Values(PlaceComparison comparison, CardFigure figure) => [.. comparison.Places.Select(place => Of(place, figure)).OfType<double>()];

    private static double? Of(MeasuredPlace place, CardFigure figure) => place.Analysis.Run.Cards?.BetterOf(figure);
}
