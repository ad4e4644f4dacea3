using Pragmastat;

namespace KeyedState.Results;

/// <summary>The middle of values that are not launches, such as one launch's iterations.</summary>
public static class Median
{
    /// <summary>The median.</summary>
    /// <param name="values">At least one value, in any order.</param>
    public static double Of(params IReadOnlyList<double> values) => Pragmastat.Estimators.MedianEstimator.Instance.Estimate(new Sample(values));
}
