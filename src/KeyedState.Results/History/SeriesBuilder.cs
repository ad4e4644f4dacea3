namespace KeyedState.Results;

/// <summary>Lines up each state's figures over runs.</summary>
/// <param name="runs">The runs, oldest first.</param>
/// <param name="conditions">The places of the runs under like conditions; change points are sought among these.</param>
internal sealed class SeriesBuilder(IReadOnlyList<HistoryRun> runs, IReadOnlyList<IReadOnlyList<int>> conditions)
{
    private readonly (StoredState State, Look Look, SeriesPoint[] Points)[] lines = [.. Lines(runs)];

    /// <summary>By how much all states of a run were slower or faster together.</summary>
    public RunLevels Levels => field ??= new(lines.Select(line => (line.Look, (IReadOnlyList<SeriesPoint>)line.Points)), conditions);

    /// <summary>Every state's series in every look that it has figures of.</summary>
    public IReadOnlyList<StateSeries> Build()
    {
        var levels = Levels;
        return [.. lines.AsParallel().AsOrdered().Select(line => new StateSeries(line.State, line.Look, line.Points, [.. Changes(line.Look, line.Points, levels)]))];
    }

    private static IEnumerable<(StoredState State, Look Look, SeriesPoint[] Points)> Lines(IReadOnlyList<HistoryRun> runs)
    {
        var states = runs.Reverse().SelectMany(run => run.Head.States).DistinctBy(state => state.Name).OrderBy(state => state.IsLimit).ToArray();
        return
            from look in Look.All
            from state in states
            let points = PointsOf(runs, state, look)
            where points.Length > 0
            select (state, look, points);
    }

    private static SeriesPoint[] PointsOf(IReadOnlyList<HistoryRun> runs, StoredState state, Look look) =>
    [
        .. from index in Enumerable.Range(0, runs.Count)
           where runs[index].Times.ContainsKey((state.Name, look))
           let launches = runs[index].Times[(state.Name, look)]
           select new SeriesPoint(index, look.Metric.Estimate(launches)!, launches),
    ];

    private IEnumerable<ChangePoint> Changes(Look look, SeriesPoint[] points, RunLevels levels) => conditions
        .SelectMany(alike => ChangePointDetector.Detect([.. points.Where(point => alike.Contains(point.Run)).Select(point => point.Beside(levels.Of(point.Run, look) ?? 1))]))
        .OrderBy(change => change.FirstAfter);
}
