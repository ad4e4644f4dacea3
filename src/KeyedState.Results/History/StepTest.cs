namespace KeyedState.Results;

/// <summary>
/// Whether a step between runs is more than chance. The statistic is Student's t of the two sides, at whichever place
/// it is largest (K. J. Worsley, On the Likelihood Ratio Test for a Shift in Location of Normal Populations, JASA 74
/// (1979), doi:10.1080/01621459.1979.10482519); its distribution is that over random orders of the same runs, so that nothing is
/// assumed of its shape, and having looked for the place is paid for. Runs are what is put into order and not launches:
/// the launches of one run share its conditions, and counted as independent they would make of every night a
/// discovery. The p-value counts the order that was found among the random ones and so is never 0 (B. Phipson and G.
/// K. Smyth, Statistical Applications in Genetics and Molecular Biology 9 (2010), doi:10.2202/1544-6115.1585).
/// </summary>
public static class StepTest
{
    /// <summary>The fewest runs on either side of a step: one run is an outlier, two are a repeat.</summary>
    public const int FewestRuns = 2;

    /// <summary>How many random orders are tried; the smallest p-value is 1 in this many and one.</summary>
    public const int Orders = 1999;

    private const int Seed = 20260131;

    /// <summary>The p-value of a step, from 1/2000 to 1. The same values give the same p-value.</summary>
    /// <param name="levels">A value a run in order of runs, on a scale on which runs scatter evenly, such as logarithms.</param>
    /// <param name="place">The first run after the step; at least <see cref="FewestRuns"/> lie on either side.</param>
    /// <exception cref="ArgumentOutOfRangeException">The place is too near an end.</exception>
    public static double PValue(ReadOnlySpan<double> levels, int place)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(place, FewestRuns);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(place, levels.Length - FewestRuns);
        var centred = Centred(levels);
        var found = Clearness(centred, place);

        // Rounding must not make of the same two sides in another order less than they are.
        var least = found * (1 - 1e-9);
        var random = new Random(Seed);
        var asClear = 1;
        for (var order = 0; order < Orders; order++)
        {
            random.Shuffle(centred);
            asClear += Clearest(centred) >= least ? 1 : 0;
        }

        return asClear / (Orders + 1.0);
    }

    private static double[] Centred(ReadOnlySpan<double> levels)
    {
        var values = levels.ToArray();
        var mean = values.Average();
        return [.. values.Select(value => value - mean)];
    }

    /// <summary>
    /// The sum of squares between the sides. Over orders of the same values it rises with the square of t, because the
    /// sums of squares between and within add up to one that no order changes.
    /// </summary>
    private static double Between(double before, int place, int count) => before * before * count / ((double)place * (count - place));

    private static double Clearness(double[] centred, int place) => Between(centred.Take(place).Sum(), place, centred.Length);

    private static double Clearest(double[] centred)
    {
        var (sum, clearest) = (0.0, 0.0);
        for (var place = 1; place <= centred.Length - FewestRuns; place++)
        {
            sum += centred[place - 1];
            clearest = place >= FewestRuns ? Math.Max(clearest, Between(sum, place, centred.Length)) : clearest;
        }

        return clearest;
    }
}
