using KeyedState.Results;

namespace KeyedState.Regression;

/// <summary>What one pair of launches, one of each build, says about one subject.</summary>
/// <param name="Subject">The subject.</param>
/// <param name="Base">The base's slices in the order in which they ran, two a block.</param>
/// <param name="Head">The head's slices likewise.</param>
public sealed record PairedLaunch(Subject Subject, IReadOnlyList<Slice> Base, IReadOnlyList<Slice> Head)
{
    /// <summary>The natural logarithm of head's time over base's.</summary>
    /// <param name="look">The look that the launches were of, which decides what a launch's time is.</param>
    public double LogRatio(Look look) => LogTime(Head, look) - LogTime(Base, look);

    /// <summary>
    /// The logarithm of a launch's time for an operation in nanoseconds, as the look's metric takes it from a few slices.
    /// </summary>
    /// <param name="slices">One side's slices.</param>
    /// <param name="look">The look.</param>
    public static double LogTime(IReadOnlyList<Slice> slices, Look look) =>
        look.Metric.OfFew([.. slices.Select(slice => Math.Log(slice.NanosecondsPerOperation))]);
}
