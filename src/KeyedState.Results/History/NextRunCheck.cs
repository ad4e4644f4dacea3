namespace KeyedState.Results;

/// <summary>How often the interval of a figure held the figure of the next run under like conditions, beside the others of its run.</summary>
/// <param name="Look">The look.</param>
/// <param name="Held">How many intervals did.</param>
/// <param name="Tried">How many there were.</param>
/// <param name="HalfWidth">The median of half an interval's width, as a share of its figure.</param>
public sealed record NextRunCheck(Look Look, int Held, int Tried, double HalfWidth)
{
    /// <summary>Holds every run's figures against the intervals of the run before it under its conditions, and the other way round.</summary>
    /// <param name="history">The history.</param>
    /// <returns>A result for each look that has an interval to hold against.</returns>
    public static IReadOnlyList<NextRunCheck> Of(RunHistory history)
    {
        ArgumentNullException.ThrowIfNull(history);
        return [.. Look.All.Select(look => Of(history, look)).OfType<NextRunCheck>()];
    }

    private static NextRunCheck? Of(RunHistory history, Look look)
    {
        var pairs = (
            from alike in history.Conditions
            from pair in alike.Zip(alike.Skip(1))
            from tried in Between(history, look, pair.First, pair.Second)
            select tried).ToArray();
        return pairs.Length == 0
            ? null
            : new(look, pairs.Count(pair => pair.Interval.Includes(pair.Figure)), pairs.Length, Median.Of([.. pairs.Select(pair => (pair.Interval.Upper!.Value - pair.Interval.Lower!.Value) / 2 / pair.Interval.Center)]));
    }

    private static IEnumerable<(Estimate Interval, double Figure)> Between(RunHistory history, Look look, int first, int second)
    {
        (Estimate First, Estimate Second)[] rows =
        [
            .. from series in history.Series
               where series.Look == look
               let one = series.Points.FirstOrDefault(point => point.Run == first)
               let other = series.Points.FirstOrDefault(point => point.Run == second)
               where one is not null && other is not null
               select (one.Time, other.Time),
        ];
        if (rows.Length < RunLevels.FewestStates)
        {
            return [];
        }

        var level = Median.Of([.. rows.Select(row => row.Second.Center / row.First.Center)]);
        return rows.SelectMany(row => new[] { (row.First, Figure: row.Second.Center / level), (row.Second, Figure: row.First.Center * level) })
            .Where(pair => pair.Item1.Lower is not null);
    }
}
