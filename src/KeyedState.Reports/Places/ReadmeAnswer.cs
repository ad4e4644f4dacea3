using KeyedState.Results;

namespace KeyedState.Reports;

/// <summary>The first screen of a README: what was measured, which design to take, and a picture.</summary>
internal static class ReadmeAnswer
{
    public static IEnumerable<string> Lines(PlaceComparison comparison) =>
    [
        .. Warnings(comparison),
        Conditions(comparison),
        "",
        .. new Advice(comparison).Lines(),
        "",
        "[![Every design's throughput as a multiple of the baseline's, a dot for each machine](results/machines.svg)](results/README.md)",
    ];

    private static string Conditions(PlaceComparison comparison)
    {
        var run = comparison.Places[0].Analysis.Run;
        var workers = run.Scenario.Roles.Sum(role => role.Workers);
        string[] runtimes = [.. comparison.Places.Select(place => place.Analysis.Run.Machine.Runtime).Distinct().Select(MarkdownText.Escape)];
        return $"**Measured:** {FigureText.Count(workers)} tasks ({Words.List([.. run.Scenario.Roles.Select(role => $"{FigureText.Count(role.Workers)} {MarkdownText.Escape(role.Name)}")])}) share {FigureText.Count(run.Scenario.Keys)} keys and never pause, under {Words.List(runtimes)}, {Machines(comparison)} The **baseline** is {Baseline(comparison)}";
    }

    private static string Machines(PlaceComparison comparison)
    {
        string[] places = [.. comparison.Places.Select((place, index) => Place(place, isFirst: index == 0))];
        return places.Length == 1
            ? $"on one machine only: {places[0]}. Whether another would confirm the order is not known."
            : $"on {FigureText.Count(places.Length)} machines: {string.Join("; ", places)}. Every order below held on each, and a range goes from the lowest figure to the highest ([all figures, with intervals](results/README.md)).";
    }

    private static string Place(MeasuredPlace place, bool isFirst)
    {
        var trip = isFirst ? $" (a cache line takes {PlaceText.RoundTrip(place)} from one core to the other and back)" : $" ({PlaceText.RoundTrip(place)})";
        return $"{MarkdownText.Escape(PlaceText.Machine(place))}, {PlaceText.Cores(place)}{(place.Analysis.RoundTrip is null ? "" : trip)}";
    }

    private static string Baseline(PlaceComparison comparison) => comparison.States.FirstOrDefault(state => state.Name == RunAnalysis.BaselineName) is { } state
        ? $"{PlaceText.Link(comparison, state)}, which most people would write first: {Lowered(PlaceText.HowItWorks(comparison, state))}."
            + (comparison.HasChanged(state.Name) ? " It has changed since it was measured, so no multiples of it are quoted." : "")
        : "not measured.";

    private static string Lowered(string sentence) => sentence.Length == 0 ? sentence : char.ToLowerInvariant(sentence[0]) + sentence[1..];

    private static string[] Warnings(PlaceComparison comparison) =>
        PlaceText.Warnings(comparison).ToArray() is { Length: > 0 } warnings ? [$"> {string.Join(' ', warnings)}", ""] : [];
}
