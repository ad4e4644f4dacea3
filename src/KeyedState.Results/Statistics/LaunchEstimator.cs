namespace KeyedState.Results;

/// <summary>The figure of a row from its launches: which estimator speaks for which look.</summary>
public static class LaunchEstimator
{
    /// <summary>
    /// On one core launches scatter evenly around a centre, which <see cref="CenterEstimator"/> finds most precisely. On all
    /// cores they may have two modes, between which no launch lies; the median is one that happened.
    /// </summary>
    /// <param name="look">The look.</param>
    /// <param name="values">One value for each launch or round, in any order.</param>
    /// <returns>The estimate, without interval below six values; null without values.</returns>
    public static Estimate? Estimate(Look look, IReadOnlyList<double> values) =>
        look == Look.Cost ? CenterEstimator.Estimate(values) : MedianEstimator.Estimate(values);

    /// <summary>The confidence of the interval over so many launches; null where there is no interval.</summary>
    /// <param name="look">The look.</param>
    /// <param name="count">How many launches; 0 or more.</param>
    public static double? ConfidenceOf(Look look, int count) =>
        look == Look.Cost ? CenterEstimator.ConfidenceOf(count) : MedianEstimator.ConfidenceOf(count);
}
