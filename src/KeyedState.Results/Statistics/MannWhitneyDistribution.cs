namespace KeyedState.Results;

/// <summary>
/// How many of all pairs of two groups are in order when all orders are equally probable, which is the exact null
/// distribution of Mann and Whitney's U. By their recurrence over which group holds the largest value: H. B. Mann and
/// D. R. Whitney, On a Test of Whether one of Two Random Variables is Stochastically Larger than the Other, Annals of
/// Mathematical Statistics 18 (1947), doi:10.1214/aoms/1177730491. As shares and sums of positive terms only, it
/// neither overflows nor cancels. Ties are not considered; values of a clock have none that matter.
/// </summary>
public static class MannWhitneyDistribution
{
    /// <summary>The probabilities that U is at most 0, 1, …, first × second, which is the last and 1.</summary>
    /// <param name="first">The values of one group, at least one.</param>
    /// <param name="second">The values of the other, at least one.</param>
    public static IReadOnlyList<double> Cumulative(int first, int second)
    {
        var shares = Shares(first, second);
        for (var pairs = 1; pairs < shares.Length; pairs++)
        {
            shares[pairs] += shares[pairs - 1];
        }

        return shares;
    }

    private static double[] Shares(int first, int second)
    {
        // row[j] is the distribution of i values against j; it is built from that of i - 1 values.
        var row = Enumerable.Range(0, second + 1).Select(_ => new double[] { 1 }).ToArray();
        for (var i = 1; i <= first; i++)
        {
            for (var j = 1; j <= second; j++)
            {
                var without = row[j];
                var next = new double[(i * j) + 1];
                for (var pairs = 0; pairs < next.Length; pairs++)
                {
                    var ofFirst = pairs >= j && pairs - j < without.Length ? i * without[pairs - j] : 0;
                    var ofSecond = pairs < row[j - 1].Length ? j * row[j - 1][pairs] : 0;
                    next[pairs] = (ofFirst + ofSecond) / (i + j);
                }

                row[j] = next;
            }
        }

        return row[second];
    }
}
