namespace KeyedState.Results;

/// <summary>A machine's card, as it was read around the launches of a run.</summary>
/// <param name="Before">Read before anything was measured.</param>
/// <param name="After">Read after the last launch; null where the run ended before.</param>
public sealed record StoredCards(StoredCard Before, StoredCard? After)
{
    /// <summary>The better of the two readings of a figure, since what else a machine does can only add time; null where it could not be had.</summary>
    /// <param name="figure">The figure.</param>
    public double? BetterOf(CardFigure figure)
    {
        ArgumentNullException.ThrowIfNull(figure);
        return (figure.Of(Before), After is null ? null : figure.Of(After)) switch
        {
            ({ } before, { } after) => Math.Min(before, after),
            var (before, after) => before ?? after,
        };
    }
}
