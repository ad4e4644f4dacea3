using System.Globalization;
using KeyedState.Results;

namespace KeyedState.Reports;

/// <summary>The page of a history.</summary>
public static class HistoryReport
{
    /// <summary>Renders the page. The same history and answers give the same text.</summary>
    /// <param name="history">The history.</param>
    /// <param name="commitsApart">How many commits the second hash is after the first; null when unknown.</param>
    /// <returns>GitHub-flavoured markdown that refers to <c>history.svg</c> beside it.</returns>
    public static string Render(RunHistory history, Func<string?, string?, int?> commitsApart) => string.Join('\n',
    [
        $"# {MarkdownText.Escape(history.Runs[0].Head.Suite)} over {Runs(history.Runs.Count)}",
        "",
        MarkdownText.Escape($"{FactText.Machine(history.Runs[^1].Head)} · {HistoryText.Date(history.Runs[0])} to {HistoryText.Date(history.Runs[^1])}"),
        "",
        .. LeftOut(history),
        "![Time per operation of every state over the runs](history.svg)",
        "",
        "## Change points",
        "",
        .. Changes(history, commitsApart),
        .. Conditions(history),
        "## Every state",
        "",
        .. Look.All.SelectMany(look => States(history, look)),
        .. NextRun(history),
        .. MarkdownText.Fold("Every run", Levels(history)),
        .. MarkdownText.Fold("How change points are found", HistoryMethod.Lines),
    ]);

    private static string Runs(int count) => count == 1 ? "one run" : $"{FigureText.Count(count)} runs";

    private static IEnumerable<string> LeftOut(RunHistory history) => history.LeftOut == 0
        ? []
        : [$"Stored runs that are left out because they are partial or not for quoting: {FigureText.Count(history.LeftOut)}.", ""];

    private static IEnumerable<string> Changes(RunHistory history, Func<string?, string?, int?> commitsApart)
    {
        var rows = (
            from series in history.Series
            from change in series.ChangePoints
            orderby change.FirstAfter descending
            select MarkdownText.Row(
                HistoryText.Date(history.Runs[change.FirstAfter]), MarkdownText.Code(series.State.Name), series.Look.Name,
                HistoryText.Size(change), HistoryText.Confidence(change), FigureText.Count(change.Repeats),
                MarkdownText.Code(HistoryText.Commits(history, change, commitsApart)))).ToArray();
        return rows.Length == 0
            ? ["None.", ""]
            :
            [
                MarkdownText.Row("first run after", "state", "cores", "time per operation", "confidence", "runs beyond it", "commits"),
                MarkdownText.Row(":--", ":--", ":--", "--:", "--:", "--:", ":--"),
                .. rows,
                "",
            ];
    }

    private static IEnumerable<string> Conditions(RunHistory history) => history.ConditionChanges.Count == 0
        ? []
        :
        [
            "## Known changes of machine or settings",
            "",
            "Each row is the first run under new conditions. Change points are sought only among runs under the same conditions, even if conditions alternate.",
            "",
            MarkdownText.Row("first run after", "what", "before", "after"),
            MarkdownText.Row(":--", ":--", ":--", ":--"),
            .. from change in history.ConditionChanges
               from difference in change.Differences
               select MarkdownText.Row(
                   HistoryText.Date(history.Runs[change.FirstAfter]), MarkdownText.Escape(difference.What),
                   MarkdownText.Escape(difference.Before), MarkdownText.Escape(difference.After)),
            "",
        ];

    private static IEnumerable<string> States(RunHistory history, Look look)
    {
        var lines = history.Series.Where(series => series.Look == look).ToArray();
        return lines.Length == 0
            ? []
            :
            [
                MarkdownText.Row($"{look.Name}, ns/op", "runs", "oldest", "newest", "change points"),
                MarkdownText.Row(":--", "--:", "--:", "--:", "--:"),
                .. lines.Select(series => MarkdownText.Row(
                    MarkdownText.Code(series.State.Name), FigureText.Count(series.Points.Count), Time(series.Points[0]), Time(series.Points[^1]), FigureText.Count(series.ChangePoints.Count))),
                "",
            ];
    }

    private static string[] NextRun(RunHistory history) => NextRunCheck.Of(history) is { Count: > 0 } checks
        ?
        [
            $"For every two successive runs under the same conditions: the interval of one contained the other's figure {Words.List([.. checks.Select(Held)])}. What made all states of a run faster or slower together was divided out first.",
            "",
        ]
        : [];

    private static string Held(NextRunCheck check) =>
        $"in {FigureText.Count(check.Held)} of {FigureText.Count(check.Tried)} cases on {check.Look.Name} (half an interval: {FigureText.Fixed(100 * check.HalfWidth, 1)} % of the figure)";

    private static IEnumerable<string> Levels(RunHistory history) =>
    [
        "The level of a run is how many times as long as usual under its conditions all its states took: the median over states. It comes from the machine, so it is divided out before change points are sought.",
        "",
        MarkdownText.Row(["run", "source", "conditions", .. Look.All.Select(look => $"level on {look.Name}")]),
        MarkdownText.Row([":--", ":--", "--:", .. Look.All.Select(_ => "--:")]),
        .. history.Runs.Select((run, index) => MarkdownText.Row(
        [
            run.Head.Started.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
            MarkdownText.Code(HistoryText.Short(run.Head.Source)),
            FigureText.Count(1 + history.Conditions.TakeWhile(alike => !alike.Contains(index)).Count()),
            .. Look.All.Select(look => history.Levels.Of(index, look) is { } level ? FigureText.Fixed(level, 3) : FigureText.Absent),
        ])),
    ];

    private static string Time(SeriesPoint point) => FigureText.WithInterval(Figure.Of(point.Time, ""));
}
