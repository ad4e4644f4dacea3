namespace KeyedState.Regression;

/// <summary>What one pair of launches, one of each build, says about one subject.</summary>
/// <param name="Subject">The subject.</param>
/// <param name="Base">The base's slices in the order in which they ran, two a block.</param>
/// <param name="Head">The head's slices likewise.</param>
public sealed record PairedLaunch(Subject Subject, IReadOnlyList<Slice> Base, IReadOnlyList<Slice> Head)
{
    private const int SlicesOfABlock = 2;

    /// <summary>
    /// The natural logarithm of head's time over base's: the median over blocks of the ratio of geometric means. In a
    /// block each side runs once earlier and once later, so that what the machine does to both at a steady rate cancels out.
    /// </summary>
    public double LogRatio => Median([.. Enumerable.Range(0, Base.Count / SlicesOfABlock).Select(block => BlockOf(Head, block) - BlockOf(Base, block))]);

    /// <summary>The logarithm of the base's median time for an operation in nanoseconds.</summary>
    public double LogBase => Median([.. Base.Select(slice => Math.Log(slice.NanosecondsPerOperation))]);

    /// <summary>The logarithm of the head's median time for an operation in nanoseconds.</summary>
    public double LogHead => Median([.. Head.Select(slice => Math.Log(slice.NanosecondsPerOperation))]);

    private static double BlockOf(IReadOnlyList<Slice> slices, int block) =>
        slices.Skip(block * SlicesOfABlock).Take(SlicesOfABlock).Average(slice => Math.Log(slice.NanosecondsPerOperation));

    private static double Median(double[] values) => Results.MedianEstimator.Estimate(values)!.Center;
}
