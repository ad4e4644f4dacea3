namespace KeyedState.Results;

/// <summary>
/// Compares two states round by round. The two launches of a round ran close together, so what the machine did to
/// both cancels out, as it would not between figures over all launches.
/// </summary>
public static class PairedRounds
{
    /// <summary>How many times the throughput of <paramref name="other"/> a state has, over the rounds that have both.</summary>
    /// <param name="state">The state's launches.</param>
    /// <param name="other">The launches that it is held against.</param>
    /// <param name="look">The look to compare in.</param>
    /// <returns>A factor, above 1 where the state is faster; null when no round has both.</returns>
    public static Estimate? Speedup(IEnumerable<LaunchFigure> state, IEnumerable<LaunchFigure> other, Look look) =>
        Over(state, other, look, (time, otherTime) => otherTime / time);

    /// <summary>How much more time for an operation a state takes than <paramref name="other"/>, over the rounds that have both.</summary>
    /// <param name="state">The state's launches.</param>
    /// <param name="other">The launches that are taken off.</param>
    /// <param name="look">The look to compare in.</param>
    /// <returns>Nanoseconds, negative where the state takes less; null when no round has both.</returns>
    public static Estimate? ExtraTime(IEnumerable<LaunchFigure> state, IEnumerable<LaunchFigure> other, Look look) =>
        Over(state, other, look, (time, otherTime) => time - otherTime);

    private static Estimate? Over(
        IEnumerable<LaunchFigure> state, IEnumerable<LaunchFigure> other, Look look, Func<double, double, double> compare) =>
        look.Metric.Estimate(
        [
            .. from mine in state
               where mine.Look == look
               join theirs in other.Where(launch => launch.Look == look) on mine.Round equals theirs.Round
               select compare(mine.NanosecondsPerOperation, theirs.NanosecondsPerOperation),
        ]);
}
