using KeyedState.Results;

namespace KeyedState.Reports;

/// <summary>What the states cost in the launches in which something slowed the one core down.</summary>
internal static class SlowedSection
{
    /// <summary>The fold; nothing where no launch was slowed down.</summary>
    public static IEnumerable<string> Fold(RunAnalysis analysis) => analysis.States.Any(state => state.Slowed.Count > 0)
        ? MarkdownText.Fold("When the core was slowed down", Lines(analysis))
        : [];

    private static IEnumerable<string> Lines(RunAnalysis analysis) =>
    [
        $"{FactText.Pace(analysis)!} Something else shared the core then, for example a neighbour on the other half of the physical core. It does not slow all states alike, so their order can differ. The table above leaves these launches out.",
        "",
        MarkdownText.Row(["state", "ns/operation while slowed down", "as a multiple of its cost", "launches"]),
        MarkdownText.Row([":--", "--:", "--:", "--:"]),
        .. analysis.States.Where(state => state.Slowed.Count > 0).Select(Row),
    ];

    private static string Row(StateAnalysis state)
    {
        var slowed = Median.Of([.. state.Slowed.Select(launch => launch.NanosecondsPerOperation)]);
        return MarkdownText.Row(
        [
            MarkdownText.Code(state.Declared.Name) + StateTable.Aside(state),
            FigureText.Significant(slowed),
            state.Cost.Estimate is { } cost ? FigureText.Fixed(slowed / cost.Center, 2) : FigureText.Absent,
            FigureText.Count(state.Slowed.Count),
        ]);
    }
}
