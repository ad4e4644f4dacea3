using KeyedState.Results;

namespace KeyedState.Reports;

/// <summary>The page of a run of the latency suite.</summary>
public static class LatencyReport
{
    /// <summary>Renders it. The same run gives the same bytes.</summary>
    /// <param name="analysis">The run's figures.</param>
    /// <param name="name">What the names of its pictures begin with.</param>
    public static string Render(LatencyAnalysis analysis, string name)
    {
        ArgumentNullException.ThrowIfNull(analysis);
        return string.Join('\n',
        [
            "# How long callers wait",
            "",
            SuiteSections.Head(analysis.Run, Callers(analysis.Run.Scenario)),
            "",
            .. SuiteSections.Partial(analysis.Run),
            .. LatencyAnswers.Lines(analysis),
            .. SuiteSections.Failed(analysis.Run),
            .. Pictures(analysis, name).Select(picture => $"![{picture.Label}]({picture.File})\n"),
            "## Everybody calls all the time",
            "",
            .. ClosedLoopTables.Lines(analysis),
            "## Callers come by themselves",
            "",
            .. OpenLoopTables.AtRates(analysis),
            "## How waiting grows with the load",
            "",
            .. OpenLoopTables.AtShares(analysis),
            "## Paced",
            "",
            .. PacedTables.Lines(analysis),
            .. MarkdownText.Fold("How it was measured", LatencyMethod.Lines(analysis)),
            .. MarkdownText.Fold("Environment", SuiteSections.Environment(analysis.Run, analysis.Run.Placement.RuntimeSettings)),
        ]).TrimEnd() + "\n";
    }

    /// <summary>The page's pictures.</summary>
    /// <param name="analysis">The run's figures.</param>
    /// <param name="name">What their names begin with.</param>
    /// <returns>The files' names and what they show.</returns>
    public static IReadOnlyList<(string File, string Svg)> PicturesOf(LatencyAnalysis analysis, string name) =>
        [.. Pictures(analysis, name).Select(picture => (picture.File, picture.Svg))];

    private static IEnumerable<(string File, string Label, string Svg)> Pictures(LatencyAnalysis analysis, string name)
    {
        if (LatencyAnswers.Telling(analysis) is { } rate && LatencyCharts.Percentiles(analysis, rate) is { } percentiles)
        {
            yield return ($"{name}-percentiles.svg", $"Response times at {LatencyText.Arrivals(rate)} by percentile", percentiles);
        }

        if (LatencyCharts.Loads(analysis) is { } loads)
        {
            yield return ($"{name}-loads.svg", "Response times against the arrival rate", loads);
        }
    }

    private static string Callers(StoredScenario scenario) =>
        $"{Words.List([.. scenario.Roles.Select(role => $"{FigureText.Count(role.Workers)} {MarkdownText.Escape(role.Name)}")])} · {FigureText.Count(scenario.Keys)} keys";
}
