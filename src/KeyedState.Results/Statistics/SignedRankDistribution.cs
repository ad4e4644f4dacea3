namespace KeyedState.Results;

/// <summary>
/// The sum of the ranks that bear a plus when every sign is a coin's, which is the exact null distribution of Wilcoxon's
/// signed ranks: F. Wilcoxon, Individual Comparisons by Ranking Methods, Biometrics Bulletin 1 (1945), doi:10.2307/3001968.
/// Ties are not considered; values of a clock have none that matter.
/// </summary>
public static class SignedRankDistribution
{
    /// <summary>The probabilities that the sum is at most 0, 1, …, count × (count + 1) / 2, which is the last and 1.</summary>
    /// <param name="count">How many values have a rank, at least one.</param>
    public static IReadOnlyList<double> Cumulative(int count)
    {
        double[] shares = [1];
        for (var rank = 1; rank <= count; rank++)
        {
            var next = new double[shares.Length + rank];
            for (var sum = 0; sum < shares.Length; sum++)
            {
                next[sum] += shares[sum] / 2;
                next[sum + rank] += shares[sum] / 2;
            }

            shares = next;
        }

        for (var sum = 1; sum < shares.Length; sum++)
        {
            shares[sum] += shares[sum - 1];
        }

        return shares;
    }
}
