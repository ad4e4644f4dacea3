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
    /// The logarithm of a launch's time for an operation in nanoseconds. On one core nothing contends and what else the
    /// machine does only adds, so the faster half of the slices speaks. On all cores slow slices are what contention
    /// looks like, and the median of all speaks.
    /// </summary>
    /// <param name="slices">One side's slices.</param>
    /// <param name="look">The look.</param>
    public static double LogTime(IReadOnlyList<Slice> slices, Look look)
    {
        var logs = slices.Select(slice => Math.Log(slice.NanosecondsPerOperation)).Order().ToArray();
        return look == Look.Cost ? logs.Take((logs.Length + 1) / 2).Average() : Median.Of(logs);
    }
}
