namespace KeyedState.Results;

/// <summary>Finds where two states change places along an axis.</summary>
public static class TurnFinder
{
    /// <summary>Finds all such places.</summary>
    /// <param name="axis">The axis.</param>
    /// <param name="one">The name of a state.</param>
    /// <param name="other">The name of another.</param>
    /// <param name="ratios">How many times as fast the first is at each point of the axis; null where that is not known.</param>
    /// <returns>
    /// The places, in the axis's order; none between points that have no order among themselves. A point at which the interval of the ratio
    /// holds 1 is no side of a turning point.
    /// </returns>
    public static IReadOnlyList<TurningPoint> Find(StoredAxis axis, string one, string other, IReadOnlyList<Estimate?> ratios)
    {
        ArgumentNullException.ThrowIfNull(axis);
        ArgumentNullException.ThrowIfNull(ratios);
        if (axis.Scale == AxisScale.Named)
        {
            return [];
        }

        var turns = new List<TurningPoint>();
        int? last = null;
        for (var point = 0; point < ratios.Count; point++)
        {
            if (Side(ratios[point]) == 0)
            {
                continue;
            }

            if (last is { } from && Side(ratios[from]) != Side(ratios[point]))
            {
                turns.Add(Between(axis, Side(ratios[from]) > 0 ? (one, other) : (other, one), from, point, ratios[from]!.Center, ratios[point]!.Center));
            }

            last = point;
        }

        return turns;
    }

    /// <summary>Who is clearly faster: 1 for the first, −1 for the other, 0 for neither.</summary>
    /// <param name="ratio">How many times as fast the first is; null where that is not known.</param>
    public static int Side(Estimate? ratio) => ratio switch
    {
        { Lower: > 1 } => 1,
        { Upper: < 1 } => -1,
        _ => 0,
    };

    private static TurningPoint Between(StoredAxis axis, (string Before, string After) states, int from, int to, double ratioFrom, double ratioTo)
    {
        var (before, after) = (Math.Abs(Math.Log(ratioFrom)), Math.Abs(Math.Log(ratioTo)));
        return new(axis.Key, states.Before, states.After, from, to, to == from + 1 ? Crossing(axis, from, before / (before + after)) : null, Math.Exp(before), Math.Exp(after));
    }

    // The logarithm of the ratio is taken to change evenly along the axis, and to be 0 where both are as fast.
    private static double? Crossing(StoredAxis axis, int from, double share)
    {
        var (low, high) = (axis.Points[from].At, axis.Points[from + 1].At);
        return axis.Scale switch
        {
            AxisScale.Linear => low + (share * (high - low)),
            AxisScale.Logarithmic => low * Math.Pow(high / low, share),
            _ => null,
        };
    }
}
