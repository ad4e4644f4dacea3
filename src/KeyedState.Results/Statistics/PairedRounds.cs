namespace KeyedState.Results;

/// <summary>
/// Compares two states round by round. The two launches of a round ran close together on one core, so what the machine did
/// to both cancels out, as it would not between figures over all launches.
/// </summary>
public static class PairedRounds
{
    /// <summary>How many times as fast as <paramref name="other"/> a state is, over the rounds that have both.</summary>
    /// <param name="state">The state's launches in one look.</param>
    /// <param name="other">The launches that it is held against, in the same look.</param>
    /// <returns>A factor, above 1 where the state is faster; null when no round has both.</returns>
    public static Estimate? Speedup(IReadOnlyCollection<LaunchFigure> state, IReadOnlyCollection<LaunchFigure> other) =>
        Over(state, other, (time, otherTime) => otherTime / time);

    /// <summary>How much more time for an operation a state takes than <paramref name="other"/>, over the rounds that have both.</summary>
    /// <param name="state">The state's launches in one look.</param>
    /// <param name="other">The launches that are taken off, in the same look.</param>
    /// <returns>Nanoseconds, negative where the state takes less; null when no round has both.</returns>
    public static Estimate? ExtraTime(IReadOnlyCollection<LaunchFigure> state, IReadOnlyCollection<LaunchFigure> other) =>
        Over(state, other, (time, otherTime) => time - otherTime);

    private static Estimate? Over(
        IReadOnlyCollection<LaunchFigure> state, IReadOnlyCollection<LaunchFigure> other, Func<double, double, double> compare) =>
        CenterEstimator.Estimate(
        [
            .. from mine in state
               join theirs in other on mine.Round equals theirs.Round
               select compare(mine.NanosecondsPerOperation, theirs.NanosecondsPerOperation),
        ]);
}
