using System.Globalization;
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
            Head(analysis.Run),
            "",
            .. Partial(analysis.Run),
            .. LatencyAnswers.Lines(analysis),
            .. Failed(analysis.Run),
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
            "",
            .. MarkdownText.Fold("How it was measured", LatencyMethod.Lines(analysis)),
            .. MarkdownText.Fold("Environment", Environment(analysis.Run)),
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
        if (LatencyAnswers.Telling(analysis) is { } rate)
        {
            yield return ($"{name}-percentiles.svg", $"Response times at {LatencyText.Arrivals(rate)} by percentile", LatencyCharts.Percentiles(analysis, rate));
            yield return ($"{name}-loads.svg", "Response times against the arrival rate", LatencyCharts.Loads(analysis));
        }
    }

    private static string Head(StoredLatencyRun run) => string.Join(" · ",
    [
        Words.List([.. run.Scenario.Roles.Select(role => $"{FigureText.Count(role.Workers)} {MarkdownText.Escape(role.Name)}")]),
        $"{FigureText.Count(run.Scenario.Keys)} keys",
        $"{MarkdownText.Escape(run.Machine.Processor)}, {FigureText.Count(run.Machine.LogicalCores)} cores{(run.Distance is { } distance ? $" ({distance.Name})" : "")}",
        MarkdownText.Escape(run.Machine.Runtime),
        run.Started.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        run.Source.Commit is { Length: > 10 } commit ? $"commit {MarkdownText.Escape(commit[..10])}{(run.Source.Dirty ? " with uncommitted changes" : "")}" : "not under version control",
    ]);

    private static IEnumerable<string> Partial(StoredLatencyRun run) => !run.IsPartial ? [] :
    [
        $"> **This run is not complete:** some designs have {FigureText.Count(run.CompleteRounds)} of {FigureText.Count(run.PlannedRounds)} launches, and figures of fewer than six have no interval.",
        "",
    ];

    private static IEnumerable<string> Failed(StoredLatencyRun run) => run.Failures.Count == 0 ? [] :
    [
        "## Failed",
        "",
        .. run.Failures.Select(failure => $"- {MarkdownText.Code(failure.State)}{(failure.Look is null ? " in its check" : "")}, and has no figures: {MarkdownText.Escape(failure.Error)}"),
        "",
    ];

    private static IEnumerable<string> Environment(StoredLatencyRun run) =>
    [
        $"- Processor: {MarkdownText.Escape(run.Machine.Processor)} ({MarkdownText.Escape(run.Machine.ProcessorModel)}), {FigureText.Count(run.Machine.LogicalCores)} logical cores, {MarkdownText.Escape(run.Machine.Architecture)}",
        $"- System: {MarkdownText.Escape(run.Machine.System)}",
        $"- Runtime: {MarkdownText.Escape(run.Machine.Runtime)}, garbage collector {MarkdownText.Escape(run.Machine.GarbageCollector)}",
        $"- Settings: {string.Join(", ", run.Placement.RuntimeSettings.OrderBy(setting => setting.Key, StringComparer.Ordinal).Select(setting => MarkdownText.Code($"{setting.Key}={setting.Value}")))}",
        $"- Source: {(run.Source.Commit is { } commit ? MarkdownText.Code(commit) : "not under version control")}{(run.Source.Dirty ? ", **with uncommitted changes**" : "")}",
        $"- Packages: {string.Join(", ", run.Source.Packages.OrderBy(package => package.Key, StringComparer.Ordinal).Select(package => $"{MarkdownText.Escape(package.Key)} {MarkdownText.Escape(package.Value)}"))}",
        $"- Started: {run.Started.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)} UTC",
        .. CardFigure.All.Where(figure => run.Cards.BetterOf(figure) is not null)
            .Select(figure => $"- Card, {figure.Name}: {CardSection.Time(figure.Of(run.Cards.Before))} before, {CardSection.Time(run.Cards.After is { } after ? figure.Of(after) : null)} after"),
    ];
}
