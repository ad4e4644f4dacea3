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

    /// <summary>How many times the first run's figure the second has in a look, taken over all states: the median of their ratios. It is the machine's more than any state's.</summary>
    /// <param name="look">The look.</param>
    /// <returns>A factor; null where no state can be compared.</returns>
    public double? LevelIn(Look look) => Rows.Where(row => row.Look == look).Select(row => row.Ratio.Estimate?.Center).OfType<double>().ToArray() is { Length: > 0 } ratios
        ? Median.Of(ratios)
        : null;

    /// <summary>Compares two runs.</summary>
    /// <param name="before">The first run.</param>
    /// <param name="after">The second run.</param>
    public static RunComparison Of(StoredRun before, StoredRun after)
    {
        var (first, second) = (RunAnalysis.Of(before), RunAnalysis.Of(after));
        var known = first.States.ToDictionary(state => state.Declared.Name);
        var differences = DifferenceDetector.Between(before, after);
        return new()
        {
            Before = before,
            After = after,
            Differences = differences,
            Rows =
            [
                .. from look in Look.All
                   where first.WhyNotTaken(look) is null || second.WhyNotTaken(look) is null
                   from state in second.States
                   where known.ContainsKey(state.Declared.Name)
                   select Row(known[state.Declared.Name], state, look, WhyNotComparable(before, after, differences, look)),
            ],
            Added = [.. after.States.Where(state => !known.ContainsKey(state.Name))],
            Removed = [.. before.States.Where(state => after.States.All(other => other.Name != state.Name))],
        };
    }

    /// <summary>Why no ratio of a look would say anything, as a phrase; null when one does.</summary>
    private static string? WhyNotComparable(StoredRun before, StoredRun after, IReadOnlyList<RunDifference> differences, Look look)
    {
        if (differences.Any(difference => difference.Aspect == RunAspect.Scenario))
        {
            return "the scenario differs";
        }

        return (ProtocolIn(before, look), ProtocolIn(after, look)) is ({ } first, { } second)
            && (first.Name, first.WindowMilliseconds, first.RunMicroseconds) != (second.Name, second.WindowMilliseconds, second.RunMicroseconds)
            ? "the work of an iteration differs"
            : null;
    }

    private static StoredProtocol? ProtocolIn(StoredRun run, Look look) => run.Looks.FirstOrDefault(taken => taken.Look == look)?.Protocol;

    private static LookComparison Row(StateAnalysis before, StateAnalysis after, Look look, string? because) => new(
        after.Declared, look, before.FigureIn(look), after.FigureIn(look), because is null ? RatioOf(before, after, look) : Figure.Absent(because), before.Allocated, after.Allocated);

    private static Figure RatioOf(StateAnalysis before, StateAnalysis after, Look look) =>
        (before.FigureIn(look).AbsentBecause, after.FigureIn(look).AbsentBecause) switch
        {
            ({ } because, _) => Figure.Absent($"in the first run {because}"),
            (_, { } because) => Figure.Absent($"in the second run {because}"),
            _ => Figure.Of(look.Metric.Change(before.LaunchesIn(look), after.LaunchesIn(look)), "no launch ended"),
        };
}
