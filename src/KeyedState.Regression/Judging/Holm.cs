namespace KeyedState.Regression;

/// <summary>
/// Holm's step-down procedure, which keeps the probability of any false rejection in a family of tests below a bound
/// whatever their dependence. Source: S. Holm, Scandinavian Journal of Statistics 6 (1979), 65–70.
/// </summary>
public static class Holm
{
    /// <summary>Which hypotheses are rejected.</summary>
    /// <param name="pValues">The p-values of those that were tested, in any order.</param>
    /// <param name="family">How many tests the family has; those that were not tested count as not rejected. At least as many as <paramref name="pValues"/>.</param>
    /// <param name="error">The bound on the probability of any false rejection.</param>
    /// <returns>True for each that is rejected, in the order of <paramref name="pValues"/>.</returns>
    public static IReadOnlyList<bool> Rejects(IReadOnlyList<double> pValues, int family, double error)
    {
        ArgumentNullException.ThrowIfNull(pValues);
        ArgumentOutOfRangeException.ThrowIfLessThan(family, pValues.Count);
        var rejected = new bool[pValues.Count];
        var rank = 0;
        foreach (var index in Enumerable.Range(0, pValues.Count).OrderBy(index => pValues[index]))
        {
            if (pValues[index] > error / (family - rank))
            {
                break;
            }

            rejected[index] = true;
            rank++;
        }

        return rejected;
    }
}
