namespace KeyedState.Results;

/// <summary>Two runs side by side. It says what is measured to differ and judges nothing.</summary>
public sealed record RunComparison
{
    /// <summary>The first run.</summary>
    public required StoredRun Before { get; init; }

    /// <summary>The second run.</summary>
    public required StoredRun After { get; init; }

    /// <summary>What the runs differ in besides the figures.</summary>
    public required IReadOnlyList<RunDifference> Differences { get; init; }

    /// <summary>The states of both runs in the looks that either took, in the second run's order of states.</summary>
    public required IReadOnlyList<LookComparison> Rows { get; init; }

    /// <summary>The states that only the second run has.</summary>
    public required IReadOnlyList<StoredState> Added { get; init; }

    /// <summary>The states that only the first run has.</summary>
    public required IReadOnlyList<StoredState> Removed { get; init; }

    /// <summary>Compares two runs.</summary>
    /// <param name="before">The first run.</param>
    /// <param name="after">The second run.</param>
    public static RunComparison Of(StoredRun before, StoredRun after)
    {
        var (first, second) = (RunAnalysis.Of(before), RunAnalysis.Of(after));
        var known = first.States.ToDictionary(state => state.Declared.Name);
        return new()
        {
            Before = before,
            After = after,
            Differences = DifferenceDetector.Between(before, after),
            Rows =
            [
                .. from look in Look.All
                   where first.WhyNotTaken(look) is null || second.WhyNotTaken(look) is null
                   from state in second.States
                   where known.ContainsKey(state.Declared.Name)
                   select Row(known[state.Declared.Name], state, look, before.Workload == after.Workload),
            ],
            Added = [.. after.States.Where(state => !known.ContainsKey(state.Name))],
            Removed = [.. before.States.Where(state => after.States.All(other => other.Name != state.Name))],
        };
    }

    private static LookComparison Row(StateAnalysis before, StateAnalysis after, Look look, bool sameWorkload) => new(
        after.Declared, look, before.FigureIn(look), after.FigureIn(look), RatioOf(before, after, look, sameWorkload), before.Allocated, after.Allocated);

    private static Figure RatioOf(StateAnalysis before, StateAnalysis after, Look look, bool sameWorkload)
    {
        if (!sameWorkload)
        {
            return Figure.Absent("the workload differs");
        }

        if (before.Declared.OperationsPerInvocation != after.Declared.OperationsPerInvocation)
        {
            return Figure.Absent($"an invocation had {before.Declared.OperationsPerInvocation} operations and has {after.Declared.OperationsPerInvocation}");
        }

        return (before.FigureIn(look).AbsentBecause, after.FigureIn(look).AbsentBecause) switch
        {
            ({ } because, _) => Figure.Absent($"in the first run {because}"),
            (_, { } because) => Figure.Absent($"in the second run {because}"),
            _ => Figure.Of(RatioEstimator.Estimate(ValuesOf(before, look), ValuesOf(after, look)), "no launch ended"),
        };
    }

    private static double[] ValuesOf(StateAnalysis state, Look look) =>
    [
        .. state.Launches.Where(launch => launch.Look == look).Select(launch => launch.Value),
    ];
}
