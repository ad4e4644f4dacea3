using Perfolizer.Mathematics.QuantileEstimators;
using Pragmastat;

namespace KeyedState.Results;

/// <summary>
/// How long the machine took for the same work in each round, as a multiple of what it took in a quiet one: what the
/// launches of all states in a round have in common is the machine and no state.
/// </summary>
/// <remarks>
/// Launches are blocked by round and fitted as state times round by a median polish of the logarithms
/// (J. W. Tukey, Exploratory Data Analysis, Addison-Wesley 1977, chapter 11). 1 is the lower quartile of the rounds, since
/// what else a machine does can only add. Which round that is scatters, and that moves all states alike: it is an error of
/// the run's level, and of no comparison within it.
/// </remarks>
public sealed class MachinePace
{
    /// <summary>In how many states a round must be measured. Fewer would have their own scatter taken for the machine's.</summary>
    public const int FewestStates = 8;

    // A whole run's fit moves by less than a millionth after five, and one with rounds missing halves what is left each time.
    private const int Sweeps = 10;

    private MachinePace(IReadOnlyDictionary<int, double> rounds) => Rounds = rounds;

    /// <summary>The multiples of the rounds that have one.</summary>
    public IReadOnlyDictionary<int, double> Rounds { get; }

    /// <summary>Fits a run's launches of one look.</summary>
    /// <param name="states">For each state its launches.</param>
    /// <param name="look">The look.</param>
    public static MachinePace Of(IEnumerable<IEnumerable<LaunchFigure>> states, Look look)
    {
        var launches = states
            .SelectMany((state, index) => state.Where(launch => launch.Look == look)
                .Select(launch => new Cell(index, launch.Round, Math.Log(launch.NanosecondsPerOperation))))
            .GroupBy(cell => cell.Round)
            .Where(round => round.Count() >= FewestStates)
            .SelectMany(round => round)
            .ToArray();
        if (launches.Length == 0)
        {
            return new(new Dictionary<int, double>());
        }

        var fitted = Polish(launches);
        var quiet = SimpleQuantileEstimator.Instance.Quantile(new Sample([.. fitted.Values]), Probability.Of(0.25));
        return new(fitted.ToDictionary(round => round.Key, round => Math.Exp(round.Value - quiet)));
    }

    /// <summary>A round's multiple; 1 where it has none, and the launch stays as it was measured.</summary>
    /// <param name="round">The round.</param>
    public double Of(int round) => Rounds.GetValueOrDefault(round, 1);

    private static Dictionary<int, double> Polish(Cell[] cells)
    {
        var rounds = cells.Select(cell => cell.Round).Distinct().ToDictionary(round => round, _ => 0.0);
        for (var sweep = 0; sweep < Sweeps; sweep++)
        {
            var states = cells.GroupBy(cell => cell.State).ToDictionary(state => state.Key, state => Median.Of([.. state.Select(cell => cell.LogTime - rounds[cell.Round])]));
            rounds = cells.GroupBy(cell => cell.Round).ToDictionary(round => round.Key, round => Median.Of([.. round.Select(cell => cell.LogTime - states[cell.State])]));
        }

        return rounds;
    }

    private readonly record struct Cell(int State, int Round, double LogTime);
}
