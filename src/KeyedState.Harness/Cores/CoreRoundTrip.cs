using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace KeyedState.Harness;

/// <summary>
/// How long a cache line takes from one core to another and back. It decides what contended operations cost, and it is no
/// constant of a machine: a hypervisor moves virtual cores about, to neighbours or to the far ends of a processor.
/// </summary>
/// <remarks>Two threads, each bound to its core, pass a number to and fro, as core-to-core latency is usually measured.</remarks>
public static class CoreRoundTrip
{
    // On a machine with more, these many cores stand for all.
    private const int MostCores = 8;

    private const int Chunks = 9;
    private const int RoundTripsOfAChunk = 100;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    /// <summary>The longest round trip between the first core of this process and the others; 1 ms or so is all it takes.</summary>
    /// <returns>Nanoseconds; null where there is one core only, or the system does not bind threads to cores.</returns>
    public static double? Farthest()
    {
        var cores = ThreadBinding.AllowedCores();
        if (cores.Count < 2)
        {
            return null;
        }

        return Spread(cores.Count - 1, MostCores - 1).Select(index => Between(cores[0], cores[1 + index])).Max();
    }

    /// <summary>Places in a list, evenly spread from its first to its last.</summary>
    /// <param name="count">How long the list is; 1 or more.</param>
    /// <param name="most">How many places at most; 2 or more.</param>
    internal static IEnumerable<int> Spread(int count, int most)
    {
        var places = Math.Min(count, most);
        return Enumerable.Range(0, places).Select(place => places == 1 ? 0 : place * (count - 1) / (places - 1));
    }

    /// <summary>Waits until the farthest cores are near.</summary>
    /// <param name="near">The round trip in nanoseconds below which they are.</param>
    /// <param name="limit">How long to wait; zero only looks.</param>
    /// <returns>The last round trip, as <see cref="Farthest"/> gives it.</returns>
    public static double? AwaitNear(double near, TimeSpan limit) => AwaitNear(near, limit, Farthest, TimeProvider.System, Thread.Sleep);

    /// <summary>The same by another's measurement, clock and pause.</summary>
    internal static double? AwaitNear(double near, TimeSpan limit, Func<double?> look, TimeProvider clock, Action<TimeSpan> pause)
    {
        var start = clock.GetTimestamp();
        var farthest = look();
        while (farthest >= near && clock.GetElapsedTime(start) < limit)
        {
            // It takes an idle core for the hypervisor to move one.
            pause(Pause);
            farthest = look();
        }

        return farthest;
    }

    /// <summary>The round trip between two cores.</summary>
    /// <param name="first">A core that <see cref="ThreadBinding.AllowedCores"/> holds.</param>
    /// <param name="second">Another one.</param>
    /// <returns>Nanoseconds; null where the system does not bind threads to them.</returns>
    public static double? Between(int first, int second)
    {
        var line = new Line();
        var chunks = new double[Chunks];
        var answering = new Thread(() => Answer(line, second)) { IsBackground = true };
        var asking = new Thread(() => Ask(line, first, chunks)) { IsBackground = true };
        answering.Start();
        asking.Start();
        asking.Join();
        answering.Join();

        // A chunk in which somebody else had one of the cores says nothing of the line.
        Array.Sort(chunks);
        return line.Unbound ? null : chunks[Chunks / 2];
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Ask(Line line, int core, double[] chunks)
    {
        Bind(line, core);
        var number = 0;
        for (var chunk = 0; chunk < chunks.Length; chunk++)
        {
            var start = Stopwatch.GetTimestamp();
            for (var trip = 0; trip < RoundTripsOfAChunk; trip++)
            {
                Volatile.Write(ref line.Number, ++number);
                while (Volatile.Read(ref line.Number) == number)
                {
                }

                number++;
            }

            chunks[chunk] = Stopwatch.GetElapsedTime(start).TotalNanoseconds / RoundTripsOfAChunk;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Answer(Line line, int core)
    {
        Bind(line, core);
        for (var number = 1; number < 2 * Chunks * RoundTripsOfAChunk; number += 2)
        {
            while (Volatile.Read(ref line.Number) != number)
            {
            }

            Volatile.Write(ref line.Number, number + 1);
        }
    }

    private static void Bind(Line line, int core)
    {
        if (!ThreadBinding.TryBind(core))
        {
            line.Unbound = true;
        }
    }

    // The number is alone on its cache line and on the next, which processors fetch in pairs.
    [StructLayout(LayoutKind.Explicit, Size = 384)]
    private sealed class Line
    {
        [FieldOffset(192)]
        public int Number;

        [FieldOffset(0)]
        public volatile bool Unbound;
    }
}
