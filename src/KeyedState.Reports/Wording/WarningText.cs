using KeyedState.Results;

namespace KeyedState.Reports;

/// <summary>What must be read before any figure.</summary>
internal static class WarningText
{
    /// <summary>The warnings as plain sentences, the gravest first; none for a whole and clean run.</summary>
    public static IReadOnlyList<string> Of(RunAnalysis analysis) =>
    [
        .. analysis.IsPartial
            ? [$"Partial run: {analysis.Run.Launches.Count} of {analysis.Run.PlannedLaunches} launches."]
            : Array.Empty<string>(),
        .. analysis.Run.Quotable ? Array.Empty<string>() : ["Figures not for quoting: this run only shows that everything works."],
        .. analysis.Run.Failures.Select(Sentence),
        .. FewLaunches(analysis.Run),
        .. analysis.Run.PlannedSeconds > analysis.Run.BudgetSeconds
            ? [$"The plan exceeded the budget: {FigureText.Fixed(analysis.Run.PlannedSeconds, 0)} s were planned and {FigureText.Fixed(analysis.Run.BudgetSeconds, 0)} s allowed."]
            : Array.Empty<string>(),
        .. analysis.Run.LeftOutForPace > 0
            ? [$"Something slowed the core down before launches on one core. Left out: {FigureText.Count(analysis.Run.LeftOutForPace)}."]
            : Array.Empty<string>(),
        .. analysis.Run.LeftOutForTime > 0
            ? [$"The time was up before all launches were made. Left out: {FigureText.Count(analysis.Run.LeftOutForTime)}."]
            : Array.Empty<string>(),
        .. analysis.WeakHarnessScaling is { } scaling ? [Harness(scaling, analysis)] : Array.Empty<string>(),
    ];

    // A run that is not for quoting has few on purpose.
    private static IEnumerable<string> FewLaunches(StoredRun run) => run.Looks
        .Where(look => run.Quotable && look.AbsentBecause is null && look.Launches < MarkDetector.FewestLaunches)
        .Select(look => $"Too few launches for intervals: the budget held {FigureText.Count(look.Launches)} of each state on {look.Look.Name}, and an interval needs {FigureText.Count(MarkDetector.FewestLaunches)}.");

    private static string Harness(double scaling, RunAnalysis analysis)
    {
        var shares = analysis.HarnessShares.Select(row => $"{row.State.Declared.Title} {FigureText.Percent(row.Share)}").ToArray();
        return $"The harness scales badly here: it is {FigureText.Fixed(scaling, 2)} times as fast on {FactText.Cores(analysis.Run)} as on one. " +
            (shares.Length == 0
                ? "It takes no more than 10 % of any row's time on all cores."
                : $"Of these rows' time on all cores it takes more than 10 %: {string.Join(", ", shares)}.");
    }

    private static string Sentence(StoredFailure failure)
    {
        var where = failure.Look is { } look ? $"on {look.Name}" : "in its check";
        return failure.Discarded
            ? $"Discarded: a launch of {failure.State} {where}: {failure.Error}"
            : $"Failed: {failure.State} {where}: {failure.Error}";
    }
}
