namespace KeyedState.Results;

/// <summary>
/// By how much all states of a run together were slower or faster than in the other runs under its conditions: the median over
/// states of a run's figure against the state's median figure. That is the machine and no state, and figures are held against
/// each other without it.
/// </summary>
public sealed class RunLevels
{
    /// <summary>In how many states a run must be measured. With fewer, a change of one state would be taken for the machine's.</summary>
    public const int FewestStates = 8;

    private readonly Dictionary<(int Run, Look Look), double> levels = [];

    /// <summary>Finds the levels of runs.</summary>
    /// <param name="series">The figures of every state, a list for each state and look.</param>
    /// <param name="conditions">The places of the runs under like conditions.</param>
    internal RunLevels(IEnumerable<(Look Look, IReadOnlyList<SeriesPoint> Points)> series, IReadOnlyList<IReadOnlyList<int>> conditions)
    {
        var shares =
            from one in series
            from alike in conditions
            let points = one.Points.Where(point => alike.Contains(point.Run)).ToArray()
            where points.Length > 0
            let middle = Median.Of([.. points.Select(point => point.Time.Center)])
            from point in points
            select (point.Run, one.Look, Share: point.Time.Center / middle);
        foreach (var run in shares.GroupBy(share => (share.Run, share.Look), share => share.Share).Where(run => run.Count() >= FewestStates))
        {
            levels[run.Key] = Median.Of([.. run]);
        }
    }

    /// <summary>How many times as long as usual the states took.</summary>
    /// <param name="run">The run's place in the history.</param>
    /// <param name="look">The look.</param>
    /// <returns>A factor; null where too few states were measured to tell.</returns>
    public double? Of(int run, Look look) => levels.TryGetValue((run, look), out var level) ? level : null;
}
