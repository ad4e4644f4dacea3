namespace KeyedState.Regression;

/// <summary>One subject of one pair of launches as a calibration keeps it.</summary>
/// <param name="Comparison">The comparison that it is of, from 0.</param>
/// <param name="Round">1, or 2 for a repetition of what the first round doubted.</param>
/// <param name="Launch">The pair's number within the round, from 0.</param>
/// <param name="Subject">The subject.</param>
/// <param name="Base">The base's slices in nanoseconds per operation, in the order in which they ran, two a block.</param>
/// <param name="Head">The head's slices likewise.</param>
public sealed record CalibrationLine(int Comparison, int Round, int Launch, Subject Subject, IReadOnlyList<double> Base, IReadOnlyList<double> Head)
{
    private const int Digits = 4;

    /// <summary>The line of a pair, rounded to four digits: slices differ in the second or third.</summary>
    /// <param name="comparison">The comparison that it is of.</param>
    /// <param name="round">The round.</param>
    /// <param name="launch">The pair's number within the round.</param>
    /// <param name="paired">The pair.</param>
    public static CalibrationLine Of(int comparison, int round, int launch, PairedLaunch paired)
    {
        ArgumentNullException.ThrowIfNull(paired);
        return new CalibrationLine(comparison, round, launch, paired.Subject, [.. paired.Base.Select(Rounded)], [.. paired.Head.Select(Rounded)]);
    }

    /// <summary>The pair that the line keeps; its allocations were not kept.</summary>
    public PairedLaunch ToPaired() => new(Subject, [.. Base.Select(time => new Slice(time, 0))], [.. Head.Select(time => new Slice(time, 0))]);

    private static double Rounded(Slice slice)
    {
        var decimals = Digits - 1 - (int)Math.Floor(Math.Log10(slice.NanosecondsPerOperation));
        return Math.Round(slice.NanosecondsPerOperation, Math.Clamp(decimals, 0, 15));
    }
}
