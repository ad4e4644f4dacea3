using Perfolizer.Mathematics.QuantileEstimators;
using Pragmastat;

namespace KeyedState.Results;

/// <summary>
/// Something that is measured of a state, with its unit, which way it is good, and how the iterations of a launch become
/// one value and the launches of a state a figure.
/// </summary>
public sealed class Metric
{
    private readonly Func<IReadOnlyList<double>, double> ofLaunch;
    private readonly Func<IReadOnlyList<double>, double> ofFew;
    private readonly Func<double, double> ofTime;
    private readonly Func<IReadOnlyList<double>, Estimate?> estimate;
    private readonly Func<int, double?> confidenceOf;

    private Metric(
        string name,
        string unit,
        Better better,
        Func<IReadOnlyList<double>, double> ofLaunch,
        Func<IReadOnlyList<double>, double> ofFew,
        Func<double, double> ofTime,
        Func<IReadOnlyList<double>, Estimate?> estimate,
        Func<int, double?> confidenceOf)
    {
        (Name, Unit, Better) = (name, unit, better);
        (this.ofLaunch, this.ofFew, this.ofTime) = (ofLaunch, ofFew, ofTime);
        (this.estimate, this.confidenceOf) = (estimate, confidenceOf);
    }

    /// <summary>
    /// What an operation takes where nothing contends. What else the machine does can only add to an iteration, and the
    /// lower quartile leaves it out. Launches scatter evenly around a centre, which <see cref="CenterEstimator"/> finds
    /// most precisely. Of a few iterations the faster half speaks, for the same reason.
    /// </summary>
    public static Metric Cost { get; } = new(
        "cost", "ns/operation", Better.Lower, LowerQuartileOf, FasterHalfOf, time => time, CenterEstimator.Estimate, CenterEstimator.ConfidenceOf);

    /// <summary>
    /// How many operations a second all callers make together. Slow iterations are what contention looks like, and the
    /// mean, which is total time over total operations, keeps them. Launches may have two modes, between which none lies;
    /// their median is one that happened. Of a few iterations the median of all speaks.
    /// </summary>
    public static Metric Throughput { get; } = new(
        "throughput", "operations/s", Better.Higher, times => times.Average(), Median.Of, time => 1e9 / time, MedianEstimator.Estimate, MedianEstimator.ConfidenceOf);

    /// <summary>The name for people, such as "cost".</summary>
    public string Name { get; }

    /// <summary>The unit of a value, such as "ns/operation".</summary>
    public string Unit { get; }

    /// <summary>Which way it is good.</summary>
    public Better Better { get; }

    /// <summary>One time for a launch.</summary>
    /// <param name="iterations">The times of its iterations, at least one.</param>
    /// <returns>A time in the same unit.</returns>
    public double OfLaunch(IReadOnlyList<double> iterations) => ofLaunch(iterations);

    /// <summary>
    /// One value for the few iterations that a launch of the gate has, too few for a quartile or for a mean to speak of
    /// their tail.
    /// </summary>
    /// <param name="iterations">At least one value, on a scale on which they scatter evenly, such as logarithms of times.</param>
    /// <returns>A value on the same scale.</returns>
    public double OfFew(IReadOnlyList<double> iterations) => ofFew(iterations);

    /// <summary>The metric's value where an operation takes so long.</summary>
    /// <param name="nanoseconds">A launch's time for an operation, above 0.</param>
    /// <returns>A value in <see cref="Unit"/>.</returns>
    public double OfTime(double nanoseconds) => ofTime(nanoseconds);

    /// <summary>A figure over launches.</summary>
    /// <param name="values">One value for each launch or round, in any order.</param>
    /// <returns>The estimate, without interval below six values; null without values.</returns>
    public Estimate? Estimate(IReadOnlyList<double> values) => estimate(values);

    /// <summary>The confidence of the interval over so many launches; null where there is no interval.</summary>
    /// <param name="count">How many launches; 0 or more.</param>
    public double? ConfidenceOf(int count) => confidenceOf(count);

    private static double LowerQuartileOf(IReadOnlyList<double> values) =>
        SimpleQuantileEstimator.Instance.Quantile(new Sample(values), Probability.Of(0.25));

    private static double FasterHalfOf(IReadOnlyList<double> values) => values.Order().Take((values.Count + 1) / 2).Average();
}
