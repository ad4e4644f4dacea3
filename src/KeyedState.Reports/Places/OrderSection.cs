using KeyedState.Results;

namespace KeyedState.Reports;

/// <summary>Which orders of states held on every place, and which did not.</summary>
internal static class OrderSection
{
    public static IEnumerable<string> Lines(PlaceComparison comparison) =>
    [
        comparison.Places.Count == 1 ? "## Order" : "## The order that held on every place",
        "",
        "Only states that promise their callers the same are ranked. A > B means that A was faster on every place, as the interval of their ratio says. States in parentheses are in no order that held for all of them on every place.",
        "",
        MarkdownText.Row("promise", "on all cores", "on one core"),
        MarkdownText.Row(":--", ":--", ":--"),
        .. comparison.Orders.GroupBy(order => order.Promise).Select(promise => MarkdownText.Row(
        [
            Words.Condition(promise.Key),
            .. Look.All.Reverse().Select(look => Chain(comparison, promise.First(order => order.Look == look))),
        ])),
        "",
        .. Missing(comparison),
        .. Open(comparison),
    ];

    private static string Chain(PlaceComparison comparison, PromiseOrder order) => order.Tiers.Count == 0
        ? FigureText.Absent
        : string.Join(" &gt; ", order.Tiers.Select(tier => Tier(Marked(comparison, tier))));

    private static string Tier(string[] titles) => titles.Length == 1 ? titles[0] : $"({string.Join(" · ", titles)})";

    private static string[] Marked(PlaceComparison comparison, IEnumerable<string> names) =>
        [.. names.Select(name => PlaceText.Title(comparison, comparison.States.First(state => state.Name == name)))];

    private static IEnumerable<string> Missing(PlaceComparison comparison)
    {
        foreach (var look in Look.All.Reverse())
        {
            var ranked = comparison.Orders.Where(order => order.Look == look).SelectMany(order => order.Tiers).SelectMany(tier => tier).ToHashSet();
            string[] missing = PlaceText.Titles(comparison, comparison.States.Where(state => !state.IsLimit && !ranked.Contains(state.Name)).Select(state => state.Name));
            if (missing.Length > 0)
            {
                yield return $"Left out on {look.Name}, because not every place has a figure: {Words.List(missing)}.";
                yield return "";
            }
        }
    }

    private static IEnumerable<string> Open(PlaceComparison comparison)
    {
        (Look Look, PairOrder Pair)[] pairs = [.. from order in comparison.Orders from pair in order.Pairs select (order.Look, pair)];
        (Look Look, PairOrder Pair)[] open =
        [
            .. pairs.Where(one => one.Pair is { IsKnown: true, Holds: false, IsLevel: false })
                .OrderByDescending(one => one.Pair.Turns).ThenByDescending(one => one.Look.Order),
        ];
        string[] level = [.. pairs.Where(one => one.Pair.IsLevel).Select(one => $"{string.Join(" and ", Marked(comparison, [one.Pair.First, one.Pair.Second]))} on {one.Look.Name}")];
        return
        [
            .. level.Length == 0
                ? Array.Empty<string>()
                : [$"Level{(comparison.Places.Count == 1 ? "" : " on every place")}, because the interval of the ratio holds 1: {string.Join("; ", level)}.", ""],
            .. pairs.Where(one => !one.Pair.IsKnown).CountBy(one => one.Look)
                .SelectMany(look => new[] { $"Pairs on {look.Key.Name} of which nothing can be said, because a place has too few launches for an interval: {FigureText.Count(look.Value)}.", "" }),
            .. open.Length == 0 ? [] : Table(comparison, open),
        ];
    }

    private static IEnumerable<string> Table(PlaceComparison comparison, (Look Look, PairOrder Pair)[] open) =>
    [
        "## The order that did not hold",
        "",
        "These states were told apart on one place and not on another, or the other way round. A cell says how many times as fast the first is as the second.",
        "",
        MarkdownText.Row(["first", "second", "look", .. PlaceText.Names(comparison).Select(MarkdownText.Escape), "so the order"]),
        MarkdownText.Row([":--", ":--", ":--", .. comparison.Places.Select(_ => ":--"), ":--"]),
        .. open.Select(one => MarkdownText.Row(
        [
            .. Marked(comparison, [one.Pair.First, one.Pair.Second]),
            one.Look.Name,
            .. one.Pair.Ratios.Zip(one.Pair.Standings, (ratio, standing) => $"{Of(standing)}, {FigureText.WithInterval(Figure.Of(ratio, ""))}"),
            one.Pair.Turns ? "**turns**" : "is not clear everywhere",
        ])),
        "",
    ];

    private static string Of(Standing standing) => standing switch
    {
        Standing.Ahead => "ahead",
        Standing.Behind => "behind",
        _ => "level",
    };
}
