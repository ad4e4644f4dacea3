using KeyedState.Results;

namespace KeyedState.Reports;

/// <summary>The page of a run of the stores suite.</summary>
public static class StoresReport
{
    /// <summary>Renders it. The same run gives the same bytes.</summary>
    /// <param name="analysis">The run's figures.</param>
    /// <param name="kills">The kills of the same machine; null where there were none.</param>
    /// <param name="silos">The trials with silos of the same machine; null where there were none.</param>
    public static string Render(StoresAnalysis analysis, StoredKillsRun? kills = null, StoredSilosRun? silos = null)
    {
        ArgumentNullException.ThrowIfNull(analysis);
        var run = analysis.Run;
        return string.Join('\n',
        [
            "# What it costs to leave the process",
            "",
            SuiteSections.Head(run, $"up to {FigureText.Count(run.Scenarios.Select(scenario => scenario.Roles.Sum(role => role.Workers)).Concat(analysis.Points.Select(point => point.Callers)).Max())} tasks"),
            "",
            .. SuiteSections.Partial(run),
            .. StoresAnswers.Lines(analysis),
            .. SuiteSections.Failed(run),
            .. Absent(run),
            "## What an acknowledged write is worth",
            "",
            .. StoresTables.Promises(analysis, kills is not null),
            .. kills is null ? [] : KillsTable.Lines(kills),
            .. silos is null ? [] : SilosTable.Lines(silos),
            .. run.Scenarios.SelectMany(scenario => StoresTables.Figures(analysis, scenario).Concat(ArrivalsTable.Lines(analysis, scenario))),
            .. CurvesTable.Lines(analysis),
            .. ToolTable.Lines(analysis),
            .. MarkdownText.Fold("The designs", analysis.Stores.Select(store => $"- {LatencyText.NameOf(store.State)}: {MarkdownText.Escape(store.State.HowItWorks)}.")),
            .. MarkdownText.Fold("How it was measured", StoresMethod.Lines(analysis)),
            .. MarkdownText.Fold("Environment", SuiteSections.Environment(run, run.Placement.RuntimeSettings)),
        ]).TrimEnd() + "\n";
    }

    private static IEnumerable<string> Absent(StoredStoresRun run) => run.Absent.Count == 0 ? [] :
    [
        "## Not measured",
        "",
        .. run.Absent.OrderBy(one => one.Key, StringComparer.Ordinal).Select(one => $"- {MarkdownText.Code(one.Key)}: {MarkdownText.Escape(one.Value)}"),
        "",
    ];
}
