using KeyedState.Results;

namespace KeyedState.Reports;

/// <summary>What must be read before any figure.</summary>
internal static class WarningText
{
    /// <summary>The warnings as plain sentences, the gravest first; none for a whole and clean run.</summary>
    /// <param name="analysis">The analysis of the run.</param>
    /// <param name="ofTheHarness">Whether a harness that scales badly is among them.</param>
    public static IReadOnlyList<string> Of(RunAnalysis analysis, bool ofTheHarness = true) =>
    [
        .. analysis.IsPartial
            ? [$"Partial run: {analysis.Run.Launches.Count} of {analysis.Run.PlannedLaunches} launches were made."]
            : Array.Empty<string>(),
        .. analysis.Run.Quotable ? Array.Empty<string>() : ["Do not quote these figures: this run only shows that everything works."],
        .. analysis.Run.Failures.Select(Sentence),
        .. FewLaunches(analysis.Run),
        .. analysis.Run.PlannedSeconds > analysis.Run.BudgetSeconds
            ? [$"The run was planned to take longer than allowed: {FigureText.Fixed(analysis.Run.PlannedSeconds, 0)} s instead of {FigureText.Fixed(analysis.Run.BudgetSeconds, 0)} s."]
            : Array.Empty<string>(),
        .. analysis.Run.LeftOutForPace > 0
            ? [$"Launches on one core that were left out because something else slowed the core down: {FigureText.Count(analysis.Run.LeftOutForPace)}."]
            : Array.Empty<string>(),
        .. analysis.Run.LeftOutForTime > 0
            ? [$"Launches that were left out because the time was up: {FigureText.Count(analysis.Run.LeftOutForTime)}."]
            : Array.Empty<string>(),
        .. ofTheHarness && analysis.WeakHarnessScaling is not null ? [Harness(analysis)] : Array.Empty<string>(),
    ];

    // A run that is not for quoting has few on purpose.
    private static IEnumerable<string> FewLaunches(StoredRun run) => run.Looks
        .Where(look => run.Quotable && look.AbsentBecause is null && look.Launches < MarkDetector.FewestLaunches)
        .Select(look => $"Too few launches on {look.Look.Name} for intervals: there was time for {FigureText.Count(look.Launches)} of each state, and an interval needs {FigureText.Count(MarkDetector.FewestLaunches)}.");

    /// <summary>How badly the harness scales on the machine, as a sentence; null where it scales well.</summary>
    public static string? Scaling(RunAnalysis analysis) => analysis.WeakHarnessScaling is { } scaling
        ? $"The harness scales badly on this machine: on {FactText.Cores(analysis.Run)} it is {FigureText.Fixed(scaling, 2)} times as fast as on one."
        : null;

    private static string Harness(RunAnalysis analysis)
    {
        var shares = analysis.HarnessShares.Select(row => $"{row.State.Declared.Title} {FigureText.Percent(row.Share)}").ToArray();
        return $"{Scaling(analysis)} " +
            (shares.Length == 0
                ? "It takes no more than 10 % of any state's time on all cores."
                : $"It takes more than 10 % of the time of these states on all cores: {string.Join(", ", shares)}.");
    }

    private static string Sentence(StoredFailure failure)
    {
        var where = failure.Look is { } look ? $"on {look.Name}" : "its check";
        return failure.Discarded
            ? $"A launch of {failure.State} {where} was discarded: {failure.Error}"
            : $"{failure.State} failed {where}: {failure.Error}";
    }
}
