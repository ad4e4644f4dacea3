namespace KeyedState.Results;

/// <summary>The runs of one suite on one machine over time, and where their figures changed.</summary>
public sealed record RunHistory
{
    /// <summary>The fewest runs beyond a change that alarm: one may be a bad night.</summary>
    public const int FewestRepeats = 2;

    /// <summary>The runs, oldest first; all are complete and quotable.</summary>
    public required IReadOnlyList<HistoryRun> Runs { get; init; }

    /// <summary>How many stored runs were left out as partial or not for quoting.</summary>
    public required int LeftOut { get; init; }

    /// <summary>The states of the newest run that lists them, limits last, in both looks as far as they were taken.</summary>
    public required IReadOnlyList<StateSeries> Series { get; init; }

    /// <summary>
    /// Where the machine, its card, the distance of its cores, the runtime, BenchmarkDotNet, the scenario, the placement or the
    /// protocol changed between consecutive runs.
    /// </summary>
    public required IReadOnlyList<ConditionChange> ConditionChanges { get; init; }

    /// <summary>Lines up runs and seeks change points between changes of conditions.</summary>
    /// <param name="runs">Runs of one suite, oldest first, at least one.</param>
    /// <param name="leftOut">How many were left out.</param>
    public static RunHistory Of(IReadOnlyList<HistoryRun> runs, int leftOut = 0)
    {
        ConditionChange[] changes =
        [
            .. Enumerable.Range(1, runs.Count - 1)
                .Select(run => new ConditionChange(run, DifferenceDetector.OfConditions(runs[run - 1], runs[run])))
                .Where(change => change.Differences.Count > 0),
        ];
        var builder = new SeriesBuilder(runs, [.. changes.Select(change => change.FirstAfter)]);
        return new() { Runs = runs, LeftOut = leftOut, ConditionChanges = changes, Series = builder.Build() };
    }

    /// <summary>
    /// What a nightly check alarms about: changes towards slower whose first run is among the newest, and which a
    /// repeat confirms, so that at least <see cref="FewestRepeats"/> runs lie beyond them.
    /// </summary>
    /// <param name="newest">How many runs are new, at least one.</param>
    public IReadOnlyList<(StateSeries Series, ChangePoint Change)> NewRegressions(int newest) =>
    [
        .. from series in Series
           from change in series.ChangePoints
           where change.IsSlower && change.FirstAfter >= Runs.Count - newest && change.Repeats >= FewestRepeats
           select (series, change),
    ];
}
