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
    ];

    private static string Sentence(StoredFailure failure)
    {
        var where = failure.Look is { } look ? $"on {look.Name}" : "in its check";
        return failure.Discarded
            ? $"Discarded: a launch of {failure.State} {where}: {failure.Error}"
            : $"Failed: {failure.State} {where}: {failure.Error}";
    }
}
