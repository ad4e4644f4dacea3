namespace KeyedState.Results;

/// <summary>The runs of one suite on one machine over time, and where their figures changed.</summary>
public sealed record RunHistory
{
    /// <summary>The fewest runs beyond a change that alarm: one may be a bad night.</summary>
    public const int FewestRepeats = 2;

    /// <summary>How many runs a change may need after it to be told from chance: nine, if only three came before it.</summary>
    public const int LongestConfirmation = 9;

    /// <summary>The runs, oldest first; all are complete and quotable.</summary>
    public required IReadOnlyList<HistoryRun> Runs { get; init; }

    /// <summary>How many stored runs were left out as partial or not for quoting.</summary>
    public required int LeftOut { get; init; }

    /// <summary>The states of the newest run that lists them, limits last, in both looks as far as they were taken.</summary>
    public required IReadOnlyList<StateSeries> Series { get; init; }

    /// <summary>
    /// The places of the runs that were made under like conditions, a list each, in the order of their first runs: the same machine,
    /// card, distance of cores, runtime, BenchmarkDotNet, scenario, placement and protocol. Conditions may alternate, as where nightly
    /// runs fall on one of two machines; a series goes on where they return.
    /// </summary>
    public required IReadOnlyList<IReadOnlyList<int>> Conditions { get; init; }

    /// <summary>By how much all states of a run were slower or faster together. Change points are sought without it.</summary>
    public required RunLevels Levels { get; init; }

    /// <summary>Where conditions were met for the first time, and how they differ from those of the run before.</summary>
    public required IReadOnlyList<ConditionChange> ConditionChanges { get; init; }

    /// <summary>Lines up runs and seeks change points among those of like conditions.</summary>
    /// <param name="runs">Runs of one suite, oldest first, at least one.</param>
    /// <param name="leftOut">How many were left out.</param>
    public static RunHistory Of(IReadOnlyList<HistoryRun> runs, int leftOut = 0)
    {
        var conditions = Alike(runs);
        ConditionChange[] changes =
        [
            .. conditions.Skip(1).Select(alike => alike[0])
                .Select(run => new ConditionChange(run, DifferenceDetector.OfConditions(runs[run - 1], runs[run]))),
        ];
        var builder = new SeriesBuilder(runs, conditions);
        return new() { Runs = runs, LeftOut = leftOut, Conditions = conditions, ConditionChanges = changes, Series = builder.Build(), Levels = builder.Levels };
    }

    /// <summary>
    /// What a nightly check alarms about: changes towards slower whose first run is among the newest under its conditions, and which a
    /// repeat confirms, so that at least <see cref="FewestRepeats"/> runs lie beyond them. A change that was not known without the newest
    /// runs is new too, although its first run is older: with few runs before it, a change needs more after it, up to
    /// <see cref="LongestConfirmation"/>. Under conditions that none of the newest runs had, nothing is new.
    /// </summary>
    /// <param name="newest">How many runs are new, at least one.</param>
    public IReadOnlyList<(StateSeries Series, ChangePoint Change)> NewRegressions(int newest)
    {
        var before = new Lazy<RunHistory?>(() => newest < Runs.Count ? Of([.. Runs.SkipLast(newest)]) : null);
        return
        [
            .. from series in Series
               from change in series.ChangePoints.Where(IsConfirmed)
               let alike = Conditions.Single(runs => runs.Contains(change.FirstAfter))
               let after = alike.Count(run => run >= change.FirstAfter)
               where alike[^1] >= Runs.Count - newest && (after <= newest || (after <= LongestConfirmation && before.Value?.Knows(series, change) != true))
               select (series, change),
        ];
    }

    private static bool IsConfirmed(ChangePoint change) => change.IsSlower && change.Repeats >= FewestRepeats;

    // Where exactly a change was can still move by a run or two when more runs come.
    private bool Knows(StateSeries series, ChangePoint change) => Series.Any(known =>
        known.State.Name == series.State.Name && known.Look == series.Look
        && known.ChangePoints.Any(other => IsConfirmed(other) && Math.Abs(other.FirstAfter - change.FirstAfter) <= FewestRepeats));

    private static List<List<int>> Alike(IReadOnlyList<HistoryRun> runs)
    {
        var conditions = new List<List<int>>();
        for (var run = 0; run < runs.Count; run++)
        {
            // The run before comes first: like a machine's card, conditions may drift, and are then those that they drifted from.
            if (conditions.OrderByDescending(alike => alike[^1]).FirstOrDefault(alike => DifferenceDetector.OfConditions(runs[alike[^1]], runs[run]).Count == 0) is { } like)
            {
                like.Add(run);
            }
            else
            {
                conditions.Add([run]);
            }
        }

        return conditions;
    }
}
