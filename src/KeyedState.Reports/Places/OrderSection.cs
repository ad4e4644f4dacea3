using KeyedState.Results;

namespace KeyedState.Reports;

/// <summary>Which orders of states held on every place, and which did not.</summary>
internal static class OrderSection
{
    public static IEnumerable<string> Lines(PlaceComparison comparison) =>
    [
        comparison.Places.Count == 1 ? "## Order" : "## The order that held on every machine",
        "",
        "Designs are ranked only against others that promise their callers the same. A &gt; B means that A was faster on every machine, and that the interval of their ratio excludes 1. Designs in parentheses could not be put in one order: at least one pair among them is not ordered on every machine.",
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
        : string.Join(" &gt; ", order.Tiers.Select(tier => Tier(Titles(comparison, tier))))
            + (order.Unplaced.Count == 0 ? "" : $"; not placed, with too few launches on one machine: {Words.List(Titles(comparison, order.Unplaced))}");

    private static string Tier(string[] titles) => titles.Length == 1 ? titles[0] : $"({string.Join(" · ", titles)})";

    private static string[] Titles(PlaceComparison comparison, IEnumerable<string> names) =>
        [.. names.Select(name => PlaceText.Title(comparison.States.First(state => state.Name == name)))];

    private static IEnumerable<string> Missing(PlaceComparison comparison)
    {
        foreach (var look in Look.All.Reverse())
        {
            var ranked = comparison.Orders.Where(order => order.Look == look).SelectMany(order => order.Tiers.Append(order.Unplaced)).SelectMany(tier => tier).ToHashSet();
            string[] missing = PlaceText.Titles(comparison, comparison.States.Where(state => !state.IsLimit && !ranked.Contains(state.Name)).Select(state => state.Name));
            if (missing.Length > 0)
            {
                yield return $"Left out on {look.Name}, because not every machine has a figure: {Words.List(missing)}.";
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
        string[] level = [.. pairs.Where(one => one.Pair.IsLevel).Select(one => $"{string.Join(" and ", Titles(comparison, [one.Pair.First, one.Pair.Second]))} on {one.Look.Name}")];
        return
        [
            .. level.Length == 0
                ? Array.Empty<string>()
                : [$"No difference was shown{(comparison.Places.Count == 1 ? "" : " on any machine")}, since the interval of the ratio includes 1: {string.Join("; ", level)}.", ""],
            .. open.Length == 0 ? [] : Table(comparison, open),
        ];
    }

    private static IEnumerable<string> Table(PlaceComparison comparison, (Look Look, PairOrder Pair)[] open) =>
    [
        "## The order that depends on the machine",
        "",
        "These pairs differ on one machine and not on another, or in opposite directions. A cell says how many times as fast the first is as the second.",
        "",
        MarkdownText.Row(["first", "second", "measured on", .. PlaceText.Names(comparison).Select(MarkdownText.Escape), "the order"]),
        MarkdownText.Row([":--", ":--", ":--", .. comparison.Places.Select(_ => ":--"), ":--"]),
        .. open.Select(one => MarkdownText.Row(
        [
            .. Titles(comparison, [one.Pair.First, one.Pair.Second]),
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
