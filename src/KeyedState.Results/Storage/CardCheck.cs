namespace KeyedState.Results;

/// <summary>Whether a machine's card that was read can be what a program measured.</summary>
internal static class CardCheck
{
    private const int MostCores = 65_536;
    private const int LongestName = 200;

    // A list of all cores that such a machine can have, each second one left out, is longer than a page wants to show.
    private const int LongestList = 1_000;

    // Nothing on a card takes a minute, and nothing takes less than a thousandth of a processor's cycle.
    private const double LongestTime = 60e9;
    private const double ShortestTime = 1e-4;

    /// <summary>The run's cards, the one before first.</summary>
    public static IEnumerable<StoredCard> Cards(StoredRun run) =>
        new[] { run.Cards?.Before, run.Cards?.After }.OfType<StoredCard>();

    /// <summary>What cannot be, as phrases.</summary>
    /// <param name="run">The run, whose lists hold no null and are not overlong.</param>
    public static IEnumerable<string> Problems(StoredRun run) => Cards(run).SelectMany(Problems);

    /// <summary>What cannot be, as phrases.</summary>
    /// <param name="cards">Cards whose lists hold no null.</param>
    public static IEnumerable<string> Problems(StoredCards cards) => new[] { cards.Before, cards.After }.OfType<StoredCard>().SelectMany(Problems);

    private static IEnumerable<string> Problems(StoredCard card) =>
    [
        .. CardFigure.All.Where(figure => figure.Of(card) is { } time && !IsTime(figure, time)).Select(figure => $"a card on which the {figure.Name} is not possible"),
        .. card.Paces.Where(pace => pace.Core is < 0 or >= MostCores).Select(pace => $"a card with the core {pace.Core}"),
        .. card.Paces.GroupBy(pace => pace.Core).Where(group => group.Count() > 1).Select(group => $"a card with two paces of core {group.Key}"),
        .. card.NearestRoundTrip > card.FarthestRoundTrip ? ["a card on which the nearest cores are farther than the farthest"] : Array.Empty<string>(),
        .. card.QuotaCores is null or (> 0 and <= MostCores) ? Array.Empty<string>() : [$"a quota of {card.QuotaCores} cores"],
        .. card.HighestMegahertz is null or (> 0 and <= 1e6) ? Array.Empty<string>() : [$"a frequency of {card.HighestMegahertz} MHz"],
        .. Texts(card).Where(text => string.IsNullOrWhiteSpace(text.Value) || text.Value.Length > text.Longest || PlainText.HasControls(text.Value))
            .Select(_ => "a card with a text that is empty, overlong or holds control characters"),
    ];

    // The clock may be read so late after a sleep, or so early, that the sleep seems exact.
    private static bool IsTime(CardFigure figure, double time) =>
        time <= LongestTime && (time >= ShortestTime || (figure == CardFigure.TimerLateness && time == 0));

    private static IEnumerable<(string Value, int Longest)> Texts(StoredCard card) =>
    [
        .. card.AllowedCores is { } allowed ? [(allowed, LongestList)] : Array.Empty<(string, int)>(),
        .. (card.Siblings ?? []).Select(group => (group, LongestList)),
        .. card.Kinds.SelectMany(kind => new[] { (kind.Name, LongestName), (kind.Cores, LongestList) }),
    ];
}
