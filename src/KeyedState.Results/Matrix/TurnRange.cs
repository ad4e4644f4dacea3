namespace KeyedState.Results;

/// <summary>A turning point over several machines.</summary>
/// <param name="Lowest">The lowest of the places where it lies; null where none is known to lie at one place.</param>
/// <param name="Highest">The highest.</param>
/// <param name="Machines">How many machines measured both states along the axis.</param>
/// <param name="Having">On how many of them the two change places so.</param>
/// <param name="Placed">On how many of these it is known where.</param>
public sealed record TurnRange(double? Lowest, double? Highest, int Machines, int Having, int Placed)
{
    /// <summary>
    /// The range of a turning point. Two states may change places in one direction more than once: on another machine it is the change that
    /// lies behind the change back before it and ahead of the change back after it.
    /// </summary>
    /// <param name="turn">It, as one machine has it.</param>
    /// <param name="own">The analysis of that machine.</param>
    /// <param name="machines">The analyses of all machines, that one among them.</param>
    public static TurnRange Of(TurningPoint turn, MatrixAnalysis own, IReadOnlyList<MatrixAnalysis> machines)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(own);
        ArgumentNullException.ThrowIfNull(machines);
        var axis = own.Axes.First(axis => axis.Key == turn.Axis);
        var back = TurnFinder.Find(axis, turn.Before, turn.After, own.Ratios(turn.Before, turn.After, axis)).Where(other => other.Before == turn.After).ToArray();
        var lowest = back.LastOrDefault(other => other.To <= turn.From) is { } before ? axis.Points[before.To].At : double.NegativeInfinity;
        var highest = back.FirstOrDefault(other => other.From >= turn.To) is { } after ? axis.Points[after.From].At : double.PositiveInfinity;
        TurningPoint?[] each =
        [
            .. from analysis in machines
               from theirs in analysis.Axes.Where(theirs => theirs.Key == turn.Axis)
               let ratios = analysis.Ratios(turn.Before, turn.After, theirs)
               where ratios.OfType<Estimate>().Any()
               select Nearest(
                   (axis.Points[turn.From].At, axis.Points[turn.To].At),
                   theirs,
                   [.. TurnFinder.Find(theirs, turn.Before, turn.After, ratios).Where(found => found.Before == turn.Before && theirs.Points[found.To].At > lowest && theirs.Points[found.From].At < highest)]),
        ];
        double[] places = [.. each.Select(found => found?.At).OfType<double>()];
        return new(places.Length == 0 ? null : places.Min(), places.Length == 0 ? null : places.Max(), each.Length, each.Count(found => found is not null), places.Length);
    }

    // A machine may have several where this one has one: that which shares a stretch of the axis with it, or else the first.
    private static TurningPoint? Nearest((double From, double To) stretch, StoredAxis axis, TurningPoint[] found) =>
        found.FirstOrDefault(other => axis.Points[other.From].At < stretch.To && axis.Points[other.To].At > stretch.From) ?? found.FirstOrDefault();
}
