using System.Diagnostics;

namespace KeyedState.Benchmarks.Environments.Cards;

/// <summary>Times work in short chunks: one in which somebody else had the core says nothing of the work.</summary>
internal static class Chunks
{
    private const int Count = 15;

    /// <summary>The median over chunks, in nanoseconds for each unit.</summary>
    /// <param name="chunk">Does a chunk of the work and returns how many units it was.</param>
    public static double Median(Func<long> chunk)
    {
        // The first lets the core come up to its frequency, and the chunk's memory into its cache.
        chunk();
        var times = new double[Count];
        for (var index = 0; index < times.Length; index++)
        {
            var start = Stopwatch.GetTimestamp();
            var units = chunk();
            times[index] = Stopwatch.GetElapsedTime(start).TotalNanoseconds / units;
        }

        return Results.Median.Of(times);
    }
}
