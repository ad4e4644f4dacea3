using System.Globalization;
using KeyedState.Results;

namespace KeyedState.Reports;

/// <summary>What the pages of all suites have in common that store their launches round by round.</summary>
internal static class SuiteSections
{
    /// <summary>The line under the title: who was measured where and when.</summary>
    /// <param name="run">The run.</param>
    /// <param name="callers">Who called, such as "110 tasks".</param>
    public static string Head(ISuiteRun run, string callers) => string.Join(" · ",
    [
        callers,
        $"{MarkdownText.Escape(run.Machine.Processor)}, {FigureText.Count(run.Machine.LogicalCores)} cores{(run.Distance is { } distance ? $" ({distance.Name})" : "")}",
        MarkdownText.Escape(run.Machine.Runtime),
        run.Started.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        run.Source.Commit is { Length: > 10 } commit ? $"commit {MarkdownText.Escape(commit[..10])}{(run.Source.Dirty ? " with uncommitted changes" : "")}" : "not under version control",
    ]);

    /// <summary>A warning where launches are missing; else nothing.</summary>
    public static IEnumerable<string> Partial(ISuiteRun run) => !run.IsPartial ? [] :
    [
        $"> **This run is not complete:** some designs have {FigureText.Count(run.CompleteRounds)} of {FigureText.Count(run.PlannedRounds)} launches, and figures of fewer than six have no interval.",
        "",
    ];

    /// <summary>What failed; nothing where nothing did.</summary>
    public static IEnumerable<string> Failed(ISuiteRun run) => run.Failures.Count == 0 ? [] :
    [
        "## Failed",
        "",
        .. run.Failures.Select(failure => $"- {MarkdownText.Code(failure.State)}{(failure.Look is { } look ? $" on {look.Name}" : " in its check")}, and has no figures: {MarkdownText.Escape(failure.Error)}"),
        "",
    ];

    /// <summary>How many launches each design had.</summary>
    public static string Launches(ISuiteRun run) => run.IsPartial
        ? $"{FigureText.Count(run.CompleteRounds)} to {FigureText.Count(run.PlannedRounds)}"
        : FigureText.Count(run.PlannedRounds);

    /// <summary>The same of a run of series, with the settings that all its looks have.</summary>
    /// <param name="run">The run.</param>
    public static IEnumerable<string> Environment(StoredSeriesRun run) => Environment(
        run,
        run.Looks.Select(look => look.Placement.RuntimeSettings.AsEnumerable()).Aggregate((IEnumerable<KeyValuePair<string, string>>?)null, (common, settings) => common?.Intersect(settings) ?? settings)?.ToDictionary());

    /// <summary>The machine, the system, the runtime, the source and the card.</summary>
    /// <param name="run">The run.</param>
    /// <param name="settings">The runtime's settings, where all processes had the same.</param>
    public static IEnumerable<string> Environment(ISuiteRun run, IReadOnlyDictionary<string, string>? settings = null) =>
    [
        $"- Processor: {MarkdownText.Escape(run.Machine.Processor)} ({MarkdownText.Escape(run.Machine.ProcessorModel)}), {FigureText.Count(run.Machine.LogicalCores)} logical cores, {MarkdownText.Escape(run.Machine.Architecture)}",
        $"- System: {MarkdownText.Escape(run.Machine.System)}",
        $"- Runtime: {MarkdownText.Escape(run.Machine.Runtime)}, garbage collector {MarkdownText.Escape(run.Machine.GarbageCollector)}",
        .. settings is null or { Count: 0 } ? Array.Empty<string>() : [$"- Settings: {string.Join(", ", settings.OrderBy(setting => setting.Key, StringComparer.Ordinal).Select(setting => MarkdownText.Code($"{setting.Key}={setting.Value}")))}"],
        $"- Source: {(run.Source.Commit is { } commit ? MarkdownText.Code(commit) : "not under version control")}{(run.Source.Dirty ? ", **with uncommitted changes**" : "")}",
        $"- Packages: {string.Join(", ", run.Source.Packages.OrderBy(package => package.Key, StringComparer.Ordinal).Select(package => $"{MarkdownText.Escape(package.Key)} {MarkdownText.Escape(package.Value)}"))}",
        $"- Started: {run.Started.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)} UTC",
        .. CardFigure.All.Where(figure => run.Cards.BetterOf(figure) is not null)
            .Select(figure => $"- Card, {figure.Name}: {CardSection.Time(figure.Of(run.Cards.Before))} before, {CardSection.Time(run.Cards.After is { } after ? figure.Of(after) : null)} after"),
    ];
}
