using System.Globalization;

namespace KeyedState.Results;

/// <summary>Finds in what the cards of two runs differ so much that their figures are of different conditions.</summary>
internal static class CardDifferences
{
    /// <summary>The differences; none where a run has no card.</summary>
    public static IEnumerable<RunDifference> Between(StoredCards? before, StoredCards? after) => before is null || after is null
        ? []
        :
        [
            .. CardFigure.All.Where(figure => figure.IsCondition).Select(figure => Of(figure, before, after)).OfType<RunDifference>(),
            .. Part("quota", before.Before, after.Before, card => card.QuotaCores is { } cores ? string.Create(CultureInfo.InvariantCulture, $"{cores:0.##} cores") : "none"),
            .. Part("logical cores that share one", before.Before, after.Before, Siblings),
            .. Part("kinds of cores", before.Before, after.Before, Kinds),
        ];

    private static RunDifference? Of(CardFigure figure, StoredCards before, StoredCards after) =>
        (before.BetterOf(figure), after.BetterOf(figure)) is ({ } first, { } second) && Math.Max(first, second) > CardFigure.LargestRatio * Math.Min(first, second)
            && !(IsRoundTrip(figure) && CoreDistance.Of(first) != CoreDistance.Of(second))
                ? new(RunAspect.Card, figure.Name, Text(first), Text(second))
                : null;

    // Cores that moved are another distance, which a run's iterations tell better than its cards.
    private static bool IsRoundTrip(CardFigure figure) => figure == CardFigure.NearestRoundTrip || figure == CardFigure.FarthestRoundTrip;

    // What the system of one of them does not tell is no difference.
    private static IEnumerable<RunDifference> Part(string what, StoredCard before, StoredCard after, Func<StoredCard, string?> text) =>
        (text(before), text(after)) is ({ } first, { } second) ? [new(RunAspect.Card, what, first, second)] : [];

    // Counts, because a virtual machine may get other cores of the same sort each time it starts.
    private static string? Siblings(StoredCard card) => card.Siblings switch
    {
        null => null,
        [] => "none",
        var groups => string.Join(", ", groups.CountBy(CoreCount.Of).OrderBy(size => size.Key).Select(size => $"{size.Value} groups of {size.Key}")),
    };

    private static string Kinds(StoredCard card) => card.Kinds.Count == 0
        ? "one"
        : string.Join(", ", card.Kinds.Select(kind => $"{CoreCount.Of(kind.Cores)} {kind.Name}"));

    private static string Text(double nanoseconds) => string.Create(CultureInfo.InvariantCulture, $"{nanoseconds:0.##} ns");
}
