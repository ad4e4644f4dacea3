using KeyedState.Results;

namespace KeyedState.Reports;

/// <summary>The tables of the closed loop: how much each role gets done, how long its calls take, and how evenly its workers get on.</summary>
internal static class ClosedLoopTables
{
    private static readonly double[] Shown = [0.5, 0.99, 0.999, 0.9999];
    private static readonly string[] Columns = ["evenness", "slowest", "longest gap"];

    /// <summary>The lines.</summary>
    /// <param name="analysis">The run.</param>
    public static IEnumerable<string> Lines(LatencyAnalysis analysis)
    {
        var roles = analysis.Run.Scenario.Roles;
        return
        [
            $"All {FigureText.Count(roles.Sum(role => role.Workers))} tasks call again as soon as they are answered. Times are *service times*: from a call to its answer. Parentheses hold the interval over launches.",
            "",
            .. roles.SelectMany((role, index) => Times(analysis, role, index)),
            "### Who gets how much",
            "",
            .. Fairness(analysis),
        ];
    }

    private static IEnumerable<string> Times(LatencyAnalysis analysis, StoredRole role, int index) =>
    [
        $"### {FigureText.Count(role.Workers)} {MarkdownText.Escape(role.Name)}",
        "",
        MarkdownText.Row(["design", "operations", .. LatencyText.Percentiles.Where(one => Shown.Contains(one.Share)).Select(one => one.Name), "longest"]),
        MarkdownText.Row([":--", .. Enumerable.Repeat("--:", Shown.Length + 2)]),
        .. analysis.States.Select(state =>
        {
            var times = analysis.ClosedTimes(state.Name, index);
            return MarkdownText.Row(
            [
                LatencyText.NameOf(state),
                LatencyText.Rate(analysis.Throughput(state.Name, index)),
                .. Shown.Select(share => LatencyText.ClosedTime(analysis, times.Percentile(share))),
                times.All.Count == 0 ? FigureText.Absent : LatencyText.Time(times.All.Longest),
            ]);
        }),
        "",
    ];

    private static IEnumerable<string> Fairness(LatencyAnalysis analysis)
    {
        var roles = analysis.Run.Scenario.Roles;
        var planned = roles.Count == 2 ? (double)roles[0].Workers / roles[1].Workers : (double?)null;
        return
        [
            (planned is { } mix ? $"There are {FigureText.Significant(mix)} {MarkdownText.Escape(roles[0].Name)} for each of the {MarkdownText.Escape(roles[1].Name)}; *mix* is how many times as much they get done together. " : "")
                + "*Evenness* is Jain's index among a role's tasks: 1 where all get the same done. *Slowest* is what the slowest task gets done, as a share of its role's average. *Longest gap* is the longest time in which some task completed nothing; tasks share the threads, and the empty state's row shows what comes of that alone.",
            "",
            MarkdownText.Row(["design", .. planned is null ? Array.Empty<string>() : ["mix"], .. roles.SelectMany(role => Columns.Select(name => $"{MarkdownText.Escape(role.Name)}: {name}")), "starves"]),
            MarkdownText.Row([":--", .. planned is null ? Array.Empty<string>() : ["--:"], .. Enumerable.Repeat("--:", 3 * roles.Count), ":--"]),
            .. analysis.States.Select(state => MarkdownText.Row(
            [
                LatencyText.NameOf(state),
                .. planned is null ? Array.Empty<string>() : [FigureText.WithInterval(Figure.Of(analysis.Mix(state.Name, 0, 1), ""))],
                .. roles.SelectMany((_, index) => new[]
                {
                    FigureText.Fixed(analysis.Closed(state.Name, index, role => role.Fairness), 3),
                    FigureText.Percent(analysis.Closed(state.Name, index, role => role.SlowestShare)),
                    LatencyText.Time(analysis.Closed(state.Name, index, role => role.LongestGap)),
                }),
                Words.List([.. roles.Where((_, index) => analysis.Starves(state.Name, index)).Select(role => MarkdownText.Escape(role.Name))]) is { Length: > 0 } starving ? starving : "nobody",
            ])),
            "",
        ];
    }
}
