namespace KeyedState.Results;

/// <summary>A turning point over several machines.</summary>
/// <param name="Lowest">The lowest of the places where it lies; null where none is known to lie at one place.</param>
/// <param name="Highest">The highest.</param>
/// <param name="Machines">How many machines measured both states along the axis.</param>
/// <param name="Having">On how many of them the two change places in this direction.</param>
public sealed record TurnRange(double? Lowest, double? Highest, int Machines, int Having)
{
    /// <summary>The range of a turning point.</summary>
    /// <param name="turn">It, as one machine has it.</param>
    /// <param name="machines">The analyses of all machines, that one among them.</param>
    public static TurnRange Of(TurningPoint turn, IReadOnlyList<MatrixAnalysis> machines)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(machines);
        TurningPoint[][] each =
        [
            .. from analysis in machines
               from axis in analysis.Axes.Where(axis => axis.Key == turn.Axis)
               let ratios = analysis.Ratios(turn.Before, turn.After, axis)
               where ratios.OfType<Estimate>().Any()
               select TurnFinder.Find(axis, turn.Before, turn.After, ratios).Where(found => found.Before == turn.Before).ToArray(),
        ];
        double[] places = [.. each.SelectMany(turns => turns.Take(1)).Select(found => found.At).OfType<double>()];
        return new(places.Length == 0 ? null : places.Min(), places.Length == 0 ? null : places.Max(), each.Length, each.Count(turns => turns.Length > 0));
    }
}
