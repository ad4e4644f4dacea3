namespace KeyedState.Regression;

/// <summary>One subject of one pair of launches as a calibration keeps it.</summary>
/// <param name="Launch">The pair's number within its experiment, from 0.</param>
/// <param name="Subject">The subject.</param>
/// <param name="Base">The base's slices in nanoseconds per operation, in the order in which they ran, two a block.</param>
/// <param name="Head">The head's slices likewise.</param>
public sealed record CalibrationLine(int Launch, Subject Subject, IReadOnlyList<double> Base, IReadOnlyList<double> Head)
{
    private const int Digits = 5;

    /// <summary>The line of a pair, rounded to five digits: slices differ in the second.</summary>
    /// <param name="launch">The pair's number.</param>
    /// <param name="paired">The pair.</param>
    public static CalibrationLine Of(int launch, PairedLaunch paired)
    {
        ArgumentNullException.ThrowIfNull(paired);
        return new CalibrationLine(launch, paired.Subject, [.. paired.Base.Select(Round)], [.. paired.Head.Select(Round)]);
    }

    /// <summary>The pair that the line keeps; its allocations were not kept.</summary>
    public PairedLaunch ToPaired() => new(Subject, [.. Base.Select(time => new Slice(time, 0))], [.. Head.Select(time => new Slice(time, 0))]);

    private static double Round(Slice slice)
    {
        var decimals = Digits - 1 - (int)Math.Floor(Math.Log10(slice.NanosecondsPerOperation));
        return Math.Round(slice.NanosecondsPerOperation, Math.Clamp(decimals, 0, 15));
    }
}
