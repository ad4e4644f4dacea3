using KeyedState.Results;

namespace KeyedState.Reports;

/// <summary>What the states did in the iterations in which the cores were at the other distance from each other.</summary>
internal static class DistanceSection
{
    /// <summary>The fold; nothing where all iterations were at one distance.</summary>
    public static IEnumerable<string> Fold(RunAnalysis analysis) => analysis.AtOtherDistance() is { } other
        ? MarkdownText.Fold(Summary(other.Distance!), Lines(other))
        : [];

    private static string Summary(CoreDistance distance) => distance == CoreDistance.Far ? "When the cores were far apart" : "When the cores were near each other";

    private static IEnumerable<string> Lines(RunAnalysis other) =>
    [
        $"The distance between the cores changed during the run. {FactText.Distance(other)!} The table above leaves these iterations out; this one holds only them. One-core figures do not depend on the distance.",
        "",
        MarkdownText.Row(["state", StateColumn.Throughput.Heading, StateColumn.Speedup.Heading, "launches"]),
        MarkdownText.Row([":--", "--:", "--:", "--:"]),
        .. other.States.Where(state => state.LaunchesIn(Look.AllCores).Count > 0).Select(state => MarkdownText.Row(
        [
            MarkdownText.Code(state.Declared.Name) + StateTable.Aside(state),
            StateColumn.Throughput.Of(state),
            StateColumn.Speedup.Of(state),
            FigureText.Count(state.LaunchesIn(Look.AllCores).Count),
        ])),
    ];
}
