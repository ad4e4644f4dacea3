using KeyedState.Results;

namespace KeyedState.Reports;

/// <summary>The table of a stores run's open loop: how long callers wait at one load that all designs have.</summary>
internal static class ArrivalsTable
{
    private static readonly (double Share, string Name)[] Shown = [(0.5, "P50"), (0.99, "P99")];

    /// <summary>The lines.</summary>
    /// <param name="analysis">The run.</param>
    /// <param name="scenario">The scenario whose table comes before.</param>
    /// <returns>None where the scenario had no open loop.</returns>
    public static IEnumerable<string> Lines(StoresAnalysis analysis, StoredScenario scenario)
    {
        if (analysis.Run.Protocol.Arrivals is not { } arrivals || arrivals.Scenario != scenario.Name)
        {
            return [];
        }

        StoredStore[] tried = [.. analysis.Stores.Where(store => analysis.Tries(store.State.Name).Launches > 0)];
        return tried.Length == 0 ? [] :
        [
            $"### Callers come by themselves, {LatencyText.Arrivals(arrivals.Rate)}",
            "",
            $"Operations are due at random times that were drawn beforehand, {Shares(scenario, arrivals)}, however busy the design is. All designs have this one load. "
                + "*Response time* counts from when an operation was due, and holds the wait for a task that is still busy with the one before; *service time* counts from the call, and is that of all tasks together here. The tasks of the table above call all the time and wait for one another, so that times there can be longer.",
            "",
            $"† marks a response time below three times that of {MarkdownText.Code(StoresAnalysis.Floor)}, so waking threads is a large part of it, or one that can't be compared because {MarkdownText.Code(StoresAnalysis.Floor)} has no figure there. "
                + $"*Overloaded* means that less than {FigureText.Percent(LatencyJudgement.LeastServed)} was served in the measured time or within 100 ms after it, that some were not served at all, that operations piled up, or that many were served that had piled up before; such a load has no percentiles. A percentile is left out, too, where fewer than ten times lie above it.",
            "",
            MarkdownText.Row(["design", .. scenario.Roles.SelectMany(role => Shown.Select(one => $"{MarkdownText.Escape(role.Name)}: response {one.Name}")), .. Shown.Select(one => $"service {one.Name}")]),
            MarkdownText.Row([":--", .. Enumerable.Repeat("--:", Shown.Length * (scenario.Roles.Count + 1))]),
            .. tried.Select(store => MarkdownText.Row([LatencyText.NameOf(store.State), .. Row(analysis, scenario, store.State.Name)])),
            "",
        ];
    }

    private static IEnumerable<string> Row(StoresAnalysis analysis, StoredScenario scenario, string state) =>
        analysis.OpenServiceTimes(state) is { } service
            ?
            [
                .. scenario.Roles.SelectMany((_, role) => Shown.Select(one => Response(analysis, state, role, one.Share))),
                .. Shown.Select(one => LatencyText.Time(service.Percentile(one.Share))),
            ]
            : [LatencyText.Overloaded(analysis.Tries(state)), .. Enumerable.Repeat(FigureText.Absent, (Shown.Length * (scenario.Roles.Count + 1)) - 1)];

    private static string Response(StoresAnalysis analysis, string state, int role, double share)
    {
        var time = analysis.ResponseTimes(state, role)?.Percentile(share);
        return LatencyText.Time(time) + (time is not null && analysis.IsNearFloor(state, role, share, time.Center) ? LatencyText.NearFloor : "");
    }

    // Each arrival belongs to any task with the same probability.
    private static string Shares(StoredScenario scenario, StoredArrivals arrivals) => Words.List(
    [
        .. scenario.Roles.Select(role => $"{LatencyText.Arrivals(arrivals.Rate * role.Workers / scenario.Roles.Sum(one => one.Workers))} of the {MarkdownText.Escape(role.Name)}"),
    ]);
}
