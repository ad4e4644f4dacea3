using System.Globalization;
using KeyedState.Results;

namespace KeyedState.Reports;

/// <summary>The page of a run of the compound suite.</summary>
public static class CompoundReport
{
    /// <summary>Renders it. The same run gives the same bytes.</summary>
    /// <param name="analysis">The run's figures.</param>
    public static string Render(CompoundAnalysis analysis)
    {
        ArgumentNullException.ThrowIfNull(analysis);
        return string.Join('\n',
        [
            "# Operations that take more than one step",
            "",
            Head(analysis.Run),
            "",
            .. Partial(analysis.Run),
            .. CompoundAnswers.Lines(analysis),
            .. Failed(analysis.Run),
            "## What each design can do",
            "",
            .. CapabilityTable.Lines(analysis),
            "",
            "## Throughput on all cores",
            "",
            .. CompoundTables.Throughput(analysis),
            "",
            .. RetryTable.Lines(analysis),
            "## What a step costs on one core",
            "",
            .. CompoundTables.Cost(analysis),
            "",
            "## Updates whose code waits",
            "",
            .. UpdateTable.Lines(analysis),
            "",
            .. CreationTable.Lines(analysis.Run),
            .. MarkdownText.Fold("How it was measured", CompoundMethod.Lines(analysis.Run)),
            .. MarkdownText.Fold("Environment", Environment(analysis.Run)),
        ]).TrimEnd() + "\n";
    }

    private static string Head(StoredSeriesRun run) => string.Join(" · ",
    [
        "110 tasks",
        $"{MarkdownText.Escape(run.Machine.Processor)}, {FigureText.Count(run.Machine.LogicalCores)} cores{(run.Distance is { } distance ? $" ({distance.Name})" : "")}",
        MarkdownText.Escape(run.Machine.Runtime),
        run.Started.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        run.Source.Commit is { Length: > 10 } commit ? $"commit {MarkdownText.Escape(commit[..10])}{(run.Source.Dirty ? " with uncommitted changes" : "")}" : "not under version control",
    ]);

    private static IEnumerable<string> Partial(StoredSeriesRun run) => !run.IsPartial ? [] :
    [
        $"> **This run is not complete:** some designs have {FigureText.Count(run.CompleteRounds)} of {FigureText.Count(run.PlannedRounds)} launches, and figures of fewer than six have no interval.",
        "",
    ];

    private static IEnumerable<string> Failed(StoredSeriesRun run) => run.Failures.Count == 0 ? [] :
    [
        "## Failed",
        "",
        .. run.Failures.Select(failure => $"- {MarkdownText.Code(failure.State)}{(failure.Look is { } look ? $" on {look.Name}" : " in its check")}, and has no figures: {MarkdownText.Escape(failure.Error)}"),
        "",
    ];

    private static IEnumerable<string> Environment(StoredSeriesRun run) =>
    [
        $"- Processor: {MarkdownText.Escape(run.Machine.Processor)} ({MarkdownText.Escape(run.Machine.ProcessorModel)}), {FigureText.Count(run.Machine.LogicalCores)} logical cores, {MarkdownText.Escape(run.Machine.Architecture)}",
        $"- System: {MarkdownText.Escape(run.Machine.System)}",
        $"- Runtime: {MarkdownText.Escape(run.Machine.Runtime)}, garbage collector {MarkdownText.Escape(run.Machine.GarbageCollector)}",
        $"- Source: {(run.Source.Commit is { } commit ? MarkdownText.Code(commit) : "not under version control")}{(run.Source.Dirty ? ", **with uncommitted changes**" : "")}",
        $"- Packages: {string.Join(", ", run.Source.Packages.OrderBy(package => package.Key, StringComparer.Ordinal).Select(package => $"{MarkdownText.Escape(package.Key)} {MarkdownText.Escape(package.Value)}"))}",
        $"- Started: {run.Started.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)} UTC",
        .. CardFigure.All.Where(figure => run.Cards.BetterOf(figure) is not null)
            .Select(figure => $"- Card, {figure.Name}: {CardSection.Time(figure.Of(run.Cards.Before))} before, {CardSection.Time(run.Cards.After is { } after ? figure.Of(after) : null)} after"),
    ];
}
