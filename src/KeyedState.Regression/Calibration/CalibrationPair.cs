namespace KeyedState.Regression;

/// <summary>What a pair of launches says about one subject, as a calibration keeps it: times alone.</summary>
/// <param name="Subject">The subject.</param>
/// <param name="Base">The base's slices in nanoseconds per operation, in the order in which they ran, two a block.</param>
/// <param name="Head">The head's slices likewise.</param>
public sealed record CalibrationPair(ComparedState Subject, IReadOnlyList<double> Base, IReadOnlyList<double> Head)
{
    private const int Digits = 4;

    /// <summary>Keeps a pair, rounded to four digits: slices differ in the second or third.</summary>
    /// <param name="paired">The pair.</param>
    public static CalibrationPair Of(PairedLaunch paired)
    {
        ArgumentNullException.ThrowIfNull(paired);
        return new CalibrationPair(paired.Subject, [.. paired.Base.Select(Rounded)], [.. paired.Head.Select(Rounded)]);
    }

    /// <summary>The pair, without its allocations.</summary>
    public PairedLaunch ToPaired() => new(Subject, [.. Base.Select(time => new Slice(time, 0, 1))], [.. Head.Select(time => new Slice(time, 0, 1))]);

    private static double Rounded(Slice slice)
    {
        var decimals = Digits - 1 - (int)Math.Floor(Math.Log10(slice.NanosecondsPerOperation));
        return Math.Round(slice.NanosecondsPerOperation, Math.Clamp(decimals, 0, 15));
    }
}
