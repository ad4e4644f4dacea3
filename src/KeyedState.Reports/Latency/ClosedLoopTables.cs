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
            $"All {FigureText.Count(roles.Sum(role => role.Workers))} tasks call again as soon as they are answered. Times are *service times*: from a call to its answer. Parentheses hold the interval over launches. Operations are counted for a set time here, in which whoever is faster does more of them; on the headline's page every task does the same number of operations, and so the two throughputs differ.",
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
        MarkdownText.Row(["design", "operations", .. LatencyText.Percentiles.Where(one => Shown.Contains(one.Share)).Select(one => one.Name), "longest timed"]),
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
            (planned is { } mix ? $"There are {FigureText.Significant(mix)} {MarkdownText.Escape(roles[0].Name)} for each of the {MarkdownText.Escape(roles[1].Name)}; *mix* is the number of operations of all {MarkdownText.Escape(roles[0].Name)} together, divided by that of all {MarkdownText.Escape(roles[1].Name)}. " : "")
                + "*Evenness* is Jain's index among a role's tasks, in the median launch: 1 if all complete the same number of operations. *Slowest* is the number of operations that the slowest task of all launches completes, as a share of its role's average. *Longest gap* is the longest time in any launch in which some task completed nothing.",
            "",
            "Evenness is that of a design together with .NET's thread pool, which decides who goes on next. A task whose calls are answered *at once* keeps its thread for a turn, and then goes to the end of the queue that all threads share; the empty state's row shows what comes of that alone. A task that is answered *later* goes on where its answer puts it: at the end of that queue, or in the answering thread's own, which serves the newest first and goes before the shared one. So a low figure of a design that answers later may be the order of that queue, and need not be the order in which the design serves its callers.",
            "",
            Starves(),
            "",
            MarkdownText.Row(["design", "answers", .. planned is null ? Array.Empty<string>() : ["mix"], .. roles.SelectMany(role => Columns.Select(name => $"{MarkdownText.Escape(role.Name)}: {name}")), "starves"]),
            MarkdownText.Row([":--", ":--", .. planned is null ? Array.Empty<string>() : ["--:"], .. Enumerable.Repeat("--:", 3 * roles.Count), ":--"]),
            .. analysis.States.Select(state => MarkdownText.Row(
            [
                LatencyText.NameOf(state),
                Answers(state),
                .. planned is null ? Array.Empty<string>() : [FigureText.WithInterval(Figure.Of(analysis.Mix(state.Name, 0, 1), ""))],
                .. roles.SelectMany((_, index) => new[]
                {
                    FigureText.Fixed(Median.Of(analysis.Closed(state.Name, index, role => role.Fairness)), 3),
                    FigureText.Percent(analysis.Closed(state.Name, index, role => role.SlowestShare).Min()),
                    LatencyText.Time(analysis.Closed(state.Name, index, role => role.LongestGap).Max()),
                }),
                WhoStarves(analysis, state),
            ])),
            "",
        ];
    }

    private static string Starves() =>
        $"A role *starves* in either of two cases. First, its tasks get less than {FigureText.Percent(Starvation.LeastShare)} of an even share, and one of them completes nothing for half of the measured time, or for {FigureText.Fixed(Starvation.LeastWait, 0)} times as long as any task of another role. Second, one of its tasks gets less than {FigureText.Percent(Starvation.LeastShare)} of its role's average. A role with such a small share whose tasks wait no longer than others is only *slower*: tasks whose calls complete at once have turns of the same length, and get less done in them where their operations take longer.";

    private static string WhoStarves(LatencyAnalysis analysis, StoredState state)
    {
        var roles = analysis.Run.Scenario.Roles;
        string[] starving = [.. roles.Select((role, index) => LatencyText.Starving(role, analysis.Starves(state.Name, index))).OfType<string>()];
        string[] slower = [.. roles.Where((_, index) => analysis.IsSlower(state.Name, index)).Select(role => MarkdownText.Escape(role.Name))];
        return (starving.Length == 0 ? "nobody" : Words.List(starving)) + (slower.Length == 0 ? "" : $"; {Words.List(slower)} are slower");
    }

    private static string Answers(StoredState state) => state.Replies switch
    {
        "AtOnce" => "at once",
        "AtOnceWhenFree" => "at once when free",
        "Asynchronous" => "later",
        _ => FigureText.Absent,
    };
}
