namespace KeyedState.Results;

/// <summary>Lines up each state's figures over runs.</summary>
/// <param name="runs">The runs, oldest first.</param>
/// <param name="changes">The first runs after changes of conditions, rising.</param>
internal sealed class SeriesBuilder(IReadOnlyList<HistoryRun> runs, IReadOnlyList<int> changes)
{
    /// <summary>Every state's series in every look that it has figures of.</summary>
    public IReadOnlyList<StateSeries> Build()
    {
        var states = runs.Reverse().SelectMany(run => run.Head.States).DistinctBy(state => state.Name).OrderBy(state => state.Family == "Limit");
        (StoredState State, Look Look)[] wanted = [.. from look in Look.All from state in states select (state, look)];
        return [.. wanted.AsParallel().AsOrdered().Select(pair => Line(pair.State, pair.Look)).Where(series => series.Points.Count > 0)];
    }

    private StateSeries Line(StoredState state, Look look)
    {
        SeriesPoint[] points =
        [
            .. from index in Enumerable.Range(0, runs.Count)
               where runs[index].Times.ContainsKey((state.Name, look))
               let launches = runs[index].Times[(state.Name, look)]
               select new SeriesPoint(index, look.Metric.Estimate(launches)!, launches),
        ];
        return new(state, look, points, [.. Stretches(points).SelectMany(ChangePointDetector.Detect)]);
    }

    /// <summary>The series cut at changes of conditions, since it is another from then on.</summary>
    private IEnumerable<SeriesPoint[]> Stretches(SeriesPoint[] points)
    {
        var start = 0;
        for (var next = 1; next <= points.Length; next++)
        {
            if (next == points.Length || IsCut(points[next - 1].Run, points[next].Run))
            {
                yield return points[start..next];
                start = next;
            }
        }
    }

    private bool IsCut(int before, int after) => changes.Any(change => change > before && change <= after);
}
