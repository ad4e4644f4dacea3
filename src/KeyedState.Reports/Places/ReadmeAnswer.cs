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
        Figures(comparison),
        "",
        .. new Advice(comparison).Lines(),
        "",
        "[![Every design's throughput as a multiple of the baseline's, a dot for each machine](results/machines.svg)](results/README.md)",
    ];

    private static string Conditions(PlaceComparison comparison)
    {
        var run = comparison.Places[0].Analysis.Run;
        var workers = run.Scenario.Roles.Sum(role => role.Workers);
        string[] systems = [.. comparison.Places.Select(place => $"{place.Analysis.Run.Machine.Runtime}, {place.Analysis.Run.Machine.System}, {place.Analysis.Run.Machine.GarbageCollector.ToLowerInvariant()} garbage collector").Distinct().Select(MarkdownText.Escape)];
        return $"**Measured:** {FigureText.Count(workers)} tasks ({Words.List([.. run.Scenario.Roles.Select(role => $"{FigureText.Count(role.Workers)} {MarkdownText.Escape(role.Name)}")])}) share a map of {FigureText.Count(run.Scenario.Keys)} `int` keys and `int` values. Each operation reads or writes one key, and nobody pauses. {Words.List(systems)}, {Machines(comparison)}";
    }

    private static string Machines(PlaceComparison comparison)
    {
        var names = PlaceText.MachineNames([.. comparison.Places, .. comparison.Outdated]);
        var machines = comparison.Places.DistinctBy(place => place.Place.Machine).Count();
        string[] places = [.. comparison.Places.Zip(names, (place, name) => MarkdownText.Escape(name) + RoundTrip(place, isFirst: place == comparison.Places[0]))];
        return (machines == 1 ? OnOne(places) : $"on {FigureText.Count(machines)} machines: {string.Join("; ", places)}. What is called faster below was faster on each.")
            + (places.Length == 1 ? "" : " A range goes from the lowest of these figures to the highest and is no margin of error; [intervals and all figures](results/README.md) have a page of their own.")
            + Outdated([.. names.Skip(places.Length)]);
    }

    private static string OnOne(string[] places) => places.Length == 1
        ? $"on one machine only: {places[0]}. Whether another would confirm the order is not known."
        : $"on one machine, with its cores at different distances: {string.Join("; ", places)}. A design that is called faster below was faster at each distance. Whether other machines would confirm the order is not known.";

    private static string Outdated(string[] names) => names.Length == 0 ? ""
        : $" Not quoted, because the baseline has changed since: {Words.List([.. names.Select(MarkdownText.Escape)])}; [the page of all machines](results/README.md) has {(names.Length == 1 ? "its" : "their")} figures.";

    private static string Figures(PlaceComparison comparison) => string.Join(' ', new[]
    {
        $"Throughput is that of all cores, as a multiple of the **baseline**: {Baseline(comparison)}",
        Harness(comparison),
    }.Where(sentence => sentence.Length > 0));

    // What is the harness's is said before any figure.
    private static string Harness(PlaceComparison comparison)
    {
        var shares = comparison.Places.SelectMany(place => place.Analysis.HarnessShares).Where(row => !row.State.Declared.IsLimit)
            .GroupBy(row => row.State.Declared.Title)
            .Select(state => $"up to {FigureText.Percent(state.Max(row => row.Share))} of {MarkdownText.Escape(state.Key)}'s")
            .ToArray();
        double[] costs = [.. comparison.Places.Select(place => place.Find(RunAnalysis.EmptyName)?.Cost.Estimate?.Center).OfType<double>()];
        return string.Join(' ',
        [
            .. costs.Length == 0 ? Array.Empty<string>() : [$"Nanoseconds are of one core and include the harness's own {FigureText.Range(costs, FigureText.Rounded)}."],
            .. shares.Length == 0 ? Array.Empty<string>() : [$"Of the time on all cores, the harness takes {Words.List(shares)}."],
            .. PlaceText.Told(comparison, place => WarningText.Scaling(place.Analysis) is { } scaling ? [scaling] : []),
        ]);
    }

    private static string RoundTrip(MeasuredPlace place, bool isFirst) => place.Analysis.RoundTrip is null ? ""
        : isFirst ? $" (a cache line takes {PlaceText.RoundTrip(place)} from one core to the other and back)" : $" ({PlaceText.RoundTrip(place)})";

    private static string Baseline(PlaceComparison comparison) => comparison.States.FirstOrDefault(state => state.Name == RunAnalysis.BaselineName) is { } state
        ? $"{PlaceText.Link(comparison, state)}, the plainest owner ({Lowered(PlaceText.HowItWorks(comparison, state))})."
            + (comparison.HasChanged(state.Name) ? " It has changed since it was measured, so no multiples of it are quoted." : "")
        : "not measured.";

    private static string Lowered(string sentence) => sentence.Length == 0 ? sentence : char.ToLowerInvariant(sentence[0]) + sentence[1..];

    private static string[] Warnings(PlaceComparison comparison) =>
        PlaceText.Warnings(comparison, ofTheHarness: false).ToArray() is { Length: > 0 } warnings ? [$"> {string.Join(' ', warnings)}", ""] : [];
}
