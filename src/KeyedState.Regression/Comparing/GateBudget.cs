namespace KeyedState.Regression;

/// <summary>How many launches the gate's time holds, and how long their slices are.</summary>
public static class GateBudget
{
    /// <summary>What a rehearsal does not tell, in seconds: a plan keeps so much free.</summary>
    public const double Reserve = 7;

    /// <summary>
    /// Cuts looks until they fit: first slices down to the shortest, then launches down to the fewest that say anything, those of
    /// the first look last, since it decides. A look that has fewer launches sees less, and says so.
    /// </summary>
    /// <param name="looks">The looks as they are without a limit, the one that decides first.</param>
    /// <param name="seconds">How much time there is.</param>
    /// <returns>The looks in the same order. They take longer than the time where even the fewest do.</returns>
    public static IReadOnlyList<PlannedLook> Fit(IReadOnlyList<PlannedLook> looks, double seconds)
    {
        var fitted = looks;
        while (fitted.Sum(look => look.Seconds) > seconds && Shorten(fitted) is { } shorter)
        {
            fitted = shorter;
        }

        return fitted;
    }

    /// <summary>
    /// How much time the looks after the first are to have: what they are planned to take, but nothing of what the first needs where even
    /// the fewest launches of all do not fit. It decides, and without this it would be given up for those that don't.
    /// </summary>
    /// <param name="looks">The fitted looks; at least one.</param>
    /// <param name="seconds">How much time there is.</param>
    public static double OfLater(IReadOnlyList<PlannedLook> looks, double seconds)
    {
        ArgumentNullException.ThrowIfNull(looks);
        return Math.Clamp(seconds - looks[0].Seconds, 0, looks.Skip(1).Sum(look => look.Seconds));
    }

    private static PlannedLook[]? Shorten(IReadOnlyList<PlannedLook> looks) =>
        ShortenLast(looks, look => look.Rules.ShorterSlices) ?? ShortenLast(looks, look => look.Rules.FewerLaunches);

    private static PlannedLook[]? ShortenLast(IReadOnlyList<PlannedLook> looks, Func<PlannedLook, LookRules?> shorter) =>
        looks.LastOrDefault(look => shorter(look) is not null) is { } last
            ? [.. looks.Select(look => look == last ? look with { Rules = shorter(look)! } : look)]
            : null;
}
