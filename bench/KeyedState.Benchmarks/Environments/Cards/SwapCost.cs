using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace KeyedState.Benchmarks.Environments.Cards;

/// <summary>What a compare-and-swap takes, with nobody else at it and with another core at it all the time.</summary>
internal static class SwapCost
{
    private const int LoneSwaps = 20_000;
    private const int ContendedSwaps = 5_000;

    /// <summary>Nanoseconds for each swap of a thread alone.</summary>
    public static double Lone()
    {
        var line = new Line();
        return Chunks.Median(() => Swap(line, LoneSwaps));
    }

    /// <summary>Nanoseconds for each swap that succeeds, of either of two cores; null where the system does not bind threads.</summary>
    public static double? Contended(int first, int second)
    {
        var line = new Line();
        var other = BoundThread.Start(second, () =>
        {
            line.Started = true;
            while (!line.Ended)
            {
                Swap(line, 1);
            }
        });
        var time = BoundThread.Run(first, () =>
        {
            // Where the other one could not be bound it never starts.
            SpinWait.SpinUntil(() => line.Started || !other.IsAlive);
            return line.Started ? Chunks.Median(() => Swap(line, ContendedSwaps)) : double.NaN;
        });
        line.Ended = true;
        other.Join();
        return time is { } measured && double.IsFinite(measured) ? measured : null;
    }

    /// <returns>How often the number was swapped meanwhile, by anybody.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static long Swap(Line line, int swaps)
    {
        var start = Volatile.Read(ref line.Number);
        for (var done = 0; done < swaps; done++)
        {
            long seen;
            do
            {
                seen = Volatile.Read(ref line.Number);
            }
            while (Interlocked.CompareExchange(ref line.Number, seen + 1, seen) != seen);
        }

        return Volatile.Read(ref line.Number) - start;
    }

    // The number is alone on its cache line and on the next, which processors fetch in pairs.
    [StructLayout(LayoutKind.Explicit, Size = 384)]
    private sealed class Line
    {
        [FieldOffset(192)]
        public long Number;

        [FieldOffset(0)]
        public volatile bool Started;

        [FieldOffset(1)]
        public volatile bool Ended;
    }
}
