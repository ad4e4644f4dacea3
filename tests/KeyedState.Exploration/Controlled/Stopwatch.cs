using Microsoft.Coyote.Random;

namespace KeyedState;

/// <summary>A clock that the schedule lets go fast or slowly, so that of two stretches of time either may be the shorter.</summary>
internal static class Stopwatch
{
    /// <summary>A tick is as long as the shortest period that is measured here.</summary>
    public const long Frequency = 1_000;

    private const int MostTicks = 4;
    private static long now;

    public static long GetTimestamp() => now += 1 + Generator.Create().NextInteger(MostTicks);
}
