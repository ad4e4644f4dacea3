using KeyedState.Results;

namespace KeyedState.Reports;

/// <summary>The tables of the open loop: at rates that all designs have, and at shares of what each can do.</summary>
internal static class OpenLoopTables
{
    private static readonly double[] Shown = [0.5, 0.99, 0.999];
    private static readonly string[] Names = ["P50", "P99", "P99.9"];

    /// <summary>A table for each rate that all designs have.</summary>
    /// <param name="analysis">The run.</param>
    public static IEnumerable<string> AtRates(LatencyAnalysis analysis) =>
    [
        "Operations are due at random times that were drawn beforehand, however busy the design is. *Response time* counts from when an operation was due, and holds the wait for a task that is still busy with the one before; *service time* counts from the call. "
            + $"At low rates threads sleep between operations, and waking them takes longer than any design: there the service times tell more. A dagger marks a response time below three times that of the empty state, in which the waking of threads is a large part, or one for which the empty state has none to compare with. *Overloaded* means that less than {FigureText.Percent(LatencyJudgement.LeastServed)} was served in the measured time or within 100 ms after it, that some were not served at all, that operations piled up, or that many were served that had piled up before; such a load has no percentiles.",
        "",
        .. analysis.Run.Protocol.Rates.SelectMany(rate => AtRate(analysis, rate)),
    ];

    /// <summary>One table for shares of each design's own capacity.</summary>
    /// <param name="analysis">The run.</param>
    public static IEnumerable<string> AtShares(LatencyAnalysis analysis)
    {
        var shares = analysis.Run.Protocol.Shares;
        return shares.Count == 0 ? ["Not measured.", ""] :
        [
            "*Capacity* is what a design completes when everything is due at once, with the same reading of clocks. Where response times fall as the load rises, threads are awake more often and need not be woken; where they rise, operations wait for one another. "
                + (analysis.Run.Protocol.DriverLimit is { } limit
                    ? $"Loads close to {LatencyText.Arrivals(limit)}, or above it, were not tried: that is the highest rate at which the loop kept its schedule with a state that does nothing. A dagger compares a load with the empty state at the next lower of the rates in the tables above."
                    : "Nothing could be driven on schedule here, not even a state that does nothing, and there are no figures."),
            "",
            MarkdownText.Row(["design", "capacity", .. shares.SelectMany(share => Names.Select(name => $"{FigureText.Percent(share)}: {name}"))]),
            MarkdownText.Row([":--", .. Enumerable.Repeat("--:", 1 + (3 * shares.Count))]),
            .. analysis.States.Select(state => MarkdownText.Row(
            [
                LatencyText.NameOf(state),
                LatencyText.Rate(analysis.Capacity(state.Name)),
                .. shares.SelectMany(share => Times(analysis, state, LatencyLoad.OfShare(share))),
            ])),
            "",
        ];
    }

    private static IEnumerable<string> AtRate(LatencyAnalysis analysis, double rate)
    {
        if (!analysis.IsDriven(rate))
        {
            return
            [
                $"### {LatencyText.Arrivals(rate)}",
                "",
                analysis.Run.Protocol.DriverLimit is { } limit
                    ? $"Not measured: {LatencyText.Arrivals(limit)} is the highest rate at which the loop was seen to keep its schedule, with a state that does nothing."
                    : "Not measured: nothing could be driven on schedule here, not even a state that does nothing.",
                "",
            ];
        }

        var load = LatencyLoad.OfRate(rate);
        var roles = analysis.Run.Scenario.Roles;
        return
        [
            $"### {LatencyText.Arrivals(rate)}",
            "",
            MarkdownText.Row(["design", "response P50", "P99", "P99.9", "longest", .. roles.Select(role => $"{MarkdownText.Escape(role.Name)}: P99"), "service P50", "P99", "P99.9"]),
            MarkdownText.Row([":--", .. Enumerable.Repeat("--:", 7 + roles.Count)]),
            .. analysis.States.Select(state => MarkdownText.Row([LatencyText.NameOf(state), .. Row(analysis, state, load)])),
            "",
        ];
    }

    private static IEnumerable<string> Row(LatencyAnalysis analysis, StoredState state, LatencyLoad load) =>
    [
        .. Times(analysis, state, load),
        analysis.ResponseTimes(state.Name, load)?.All is { Count: > 0 } all ? LatencyText.Time(all.Longest) : FigureText.Absent,
        .. analysis.Run.Scenario.Roles.Select((_, index) => Marked(analysis, state, load, 0.99, analysis.ResponseTimes(state.Name, load, index)?.Percentile(0.99))),
        .. Shown.Select(share => LatencyText.ClosedTime(analysis, analysis.ServiceTimes(state.Name, load)?.Percentile(share))),
    ];

    private static IEnumerable<string> Times(LatencyAnalysis analysis, StoredState state, LatencyLoad load) =>
        analysis.ResponseTimes(state.Name, load) is { } times
            ? Shown.Select(share => Marked(analysis, state, load, share, times.Percentile(share))).Select((text, index) => text + (index == 0 ? Fewer(analysis, state, load) : ""))
            : [LatencyText.Overloaded(analysis.Tries(state.Name, load)), .. Enumerable.Repeat(FigureText.Absent, Shown.Length - 1)];

    private static string Fewer(LatencyAnalysis analysis, StoredState state, LatencyLoad load) =>
        (analysis.Tries(state.Name, load).Launches, analysis.LaunchesOf(state.Name)) is var (tries, all) && tries < all ? $" in {FigureText.Count(tries)} of {FigureText.Count(all)}" : "";

    private static string Marked(LatencyAnalysis analysis, StoredState state, LatencyLoad load, double share, Estimate? time) =>
        LatencyText.Time(time) + (time is not null && analysis.IsNearFloor(state.Name, load, share, time.Center) ? LatencyText.NearFloor : "");
}
