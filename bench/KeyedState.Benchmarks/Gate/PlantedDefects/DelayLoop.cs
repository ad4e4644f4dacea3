using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace KeyedState.Benchmarks.Gate;

/// <summary>A loop that takes time and nothing else: no memory, no branch that a processor could guess wrong.</summary>
internal static class DelayLoop
{
    private const int TimedTurns = 2_000_000;
    private const int Attempts = 5;

    /// <summary>Goes round.</summary>
    /// <param name="turns">How often; 0 or more.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static int Spin(int turns)
    {
        // Each turn needs the one before, so that none overlaps with another.
        var value = turns;
        for (var turn = 0; turn < turns; turn++)
        {
            value = (value * 5) + 1;
        }

        return value;
    }

    /// <summary>The time of one turn in nanoseconds; the shortest of a few attempts, since interference only adds.</summary>
    public static double NanosecondsPerTurn() => Enumerable.Range(0, Attempts).Min(_ =>
    {
        var start = Stopwatch.GetTimestamp();
        _ = Spin(TimedTurns);
        return Stopwatch.GetElapsedTime(start).TotalNanoseconds / TimedTurns;
    });
}
