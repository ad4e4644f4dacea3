namespace KeyedState.Harness;

/// <summary>Whether operations pile up, decided from how many were due and not served at some instants.</summary>
internal static class Backlog
{
    /// <summary>
    /// By how much the backlog grows over the time of the samples, by the median of the slopes between all pairs of them: a few
    /// instants at which a collection held everything up do not make a trend. P. K. Sen, Estimates of the Regression
    /// Coefficient Based on Kendall's Tau, 1968, doi:10.1080/01621459.1968.10480934.
    /// </summary>
    /// <param name="samples">The backlog at instants with equal distances.</param>
    /// <returns>In operations; 0 where there are fewer than two samples.</returns>
    public static double Growth(IReadOnlyList<double> samples)
    {
        double[] slopes =
        [
            .. from later in Enumerable.Range(0, samples.Count)
               from earlier in Enumerable.Range(0, later)
               let slope = (samples[later] - samples[earlier]) / (later - earlier)
               orderby slope
               select slope,
        ];
        return slopes.Length == 0 ? 0 : (samples.Count - 1) * ((slopes[(slopes.Length - 1) / 2] + slopes[slopes.Length / 2]) / 2);
    }
}
