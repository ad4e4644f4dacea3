namespace KeyedState.Harness;

/// <summary>Whether a rate has come to rest, decided from its course alone.</summary>
internal static class SteadyRate
{
    // 100 ms each of the slices that a closed loop looks at: enough for a collection or two.
    private const int Slices = 5;
    private const double Tolerance = 0.1;

    /// <summary>
    /// True once the mean of the latest five slices is within a tenth of that of the five before: it neither rises, as while code is
    /// being compiled, nor falls.
    /// </summary>
    /// <param name="rates">The rate in each slice so far.</param>
    public static bool IsReached(IReadOnlyList<double> rates)
    {
        if (rates.Count < 2 * Slices)
        {
            return false;
        }

        var before = rates.Skip(rates.Count - (2 * Slices)).Take(Slices).Average();
        return before > 0 && Math.Abs((rates.TakeLast(Slices).Average() / before) - 1) <= Tolerance;
    }
}
