namespace KeyedState.Results;

/// <summary>How two states of one promise stand to each other on every place, in one look.</summary>
/// <param name="First">The name of the state that is ahead on the first place that tells them apart.</param>
/// <param name="Second">The other's name.</param>
/// <param name="Ratios">How many times as fast as the second the first is, a factor for each place; null where there is none.</param>
public sealed record PairOrder(string First, string Second, IReadOnlyList<Estimate?> Ratios)
{
    /// <summary>How the first stands to the second on each place.</summary>
    public IReadOnlyList<Standing> Standings => [.. Ratios.Select(StandingOf)];

    /// <summary>Whether the first is ahead on every place.</summary>
    public bool Holds => Standings.All(standing => standing == Standing.Ahead);

    /// <summary>Whether each is ahead on some place.</summary>
    public bool Turns => Standings.Contains(Standing.Ahead) && Standings.Contains(Standing.Behind);

    /// <summary>Whether every place has enough launches of both for an interval; where one has not, nothing can be said of all.</summary>
    public bool IsKnown => Ratios.All(ratio => ratio is { Lower: not null, Upper: not null });

    /// <summary>Whether no place tells them apart.</summary>
    public bool IsLevel => IsKnown && Standings.All(standing => standing == Standing.Level);

    /// <summary>The order of two states of all places.</summary>
    /// <param name="one">One of them, in the order of the places.</param>
    /// <param name="other">The other, likewise.</param>
    /// <param name="look">The look.</param>
    internal static PairOrder Of(IReadOnlyList<StateAnalysis> one, IReadOnlyList<StateAnalysis> other, Look look)
    {
        var order = new PairOrder(one[0].Declared.Name, other[0].Declared.Name, [.. one.Zip(other, (first, second) => first.SpeedupOver(second, look))]);
        return order.Standings.FirstOrDefault(standing => standing != Standing.Level) == Standing.Behind
            ? new(order.Second, order.First, [.. other.Zip(one, (first, second) => first.SpeedupOver(second, look))])
            : order;
    }

    private static Standing StandingOf(Estimate? ratio) => ratio switch
    {
        { Lower: > 1 } => Standing.Ahead,
        { Upper: < 1 } => Standing.Behind,
        _ => Standing.Level,
    };
}
