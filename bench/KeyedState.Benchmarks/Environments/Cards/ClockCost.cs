using System.Diagnostics;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace KeyedState.Benchmarks.Environments.Cards;

/// <summary>What reading the clock takes, in what steps it goes, and how late a timer is by it.</summary>
internal static class ClockCost
{
    private const int Readings = 2_000;
    private const int Sleeps = 41;

    private static readonly TimeSpan Sleep = TimeSpan.FromMilliseconds(1);
    private static long kept;

    /// <summary>Nanoseconds for a reading.</summary>
    public static double OfReading() => Chunks.Median(Read);

    /// <summary>Nanoseconds of which all differences between readings are multiples.</summary>
    public static double Grain()
    {
        var start = Stopwatch.GetTimestamp();
        var grain = BigInteger.Zero;
        for (var reading = 0; reading < Readings || grain.IsZero; reading++)
        {
            grain = BigInteger.GreatestCommonDivisor(grain, Stopwatch.GetTimestamp() - start);
        }

        return (double)grain * 1e9 / Stopwatch.Frequency;
    }

    /// <summary>The median of the nanoseconds by which sleeps of a millisecond end late; never negative.</summary>
    public static double Lateness()
    {
        var late = new double[Sleeps];
        for (var index = 0; index < late.Length; index++)
        {
            var start = Stopwatch.GetTimestamp();
            Thread.Sleep(Sleep);
            late[index] = Math.Max(0, (Stopwatch.GetElapsedTime(start) - Sleep).TotalNanoseconds);
        }

        return Results.Median.Of(late);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static long Read()
    {
        var sum = 0L;
        for (var reading = 0; reading < Readings; reading++)
        {
            sum += Stopwatch.GetTimestamp();
        }

        kept = sum;
        return Readings;
    }
}
