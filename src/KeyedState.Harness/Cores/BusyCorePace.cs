using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace KeyedState.Harness;

/// <summary>
/// How long the core of the calling thread takes for the same work. It is no constant: a neighbour on the other half of the
/// physical core, a lower frequency or a busy hypervisor make it longer for seconds or minutes, and of the states some
/// follow fully and some, which wait for interlocked instructions, hardly at all.
/// </summary>
/// <remarks>
/// The work keeps several arithmetic units busy at a time. A chain of steps that wait for each other leaves the units idle that a
/// neighbour takes, and would not show it.
/// </remarks>
public static class BusyCorePace
{
    private const int Chunks = 9;
    private const int StepsOfAChunk = 10_000;

    private static ulong kept = 1;

    /// <summary>Measures it; a third of a millisecond or so is all it takes.</summary>
    /// <returns>Nanoseconds for a step of the work.</returns>
    public static double Measure()
    {
        var times = new double[Chunks];
        for (var chunk = 0; chunk < Chunks; chunk++)
        {
            var start = Stopwatch.GetTimestamp();
            Work();
            times[chunk] = Stopwatch.GetElapsedTime(start).TotalNanoseconds / StepsOfAChunk;
        }

        // A chunk in which somebody else had the core says nothing of its pace.
        Array.Sort(times);
        return times[Chunks / 2];
    }

    /// <summary>Steps of six generators that do not wait for each other (G. Marsaglia, Xorshift RNGs, Journal of Statistical Software 8, 2003, doi:10.18637/jss.v008.i14).</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Work()
    {
        var (first, second, third, fourth, fifth, sixth) = (kept, kept + 2, kept + 4, kept + 6, kept + 8, kept + 10);
        for (var step = 0; step < StepsOfAChunk; step++)
        {
            (first, second, third) = (first ^ (first << 13), second ^ (second << 13), third ^ (third << 13));
            (fourth, fifth, sixth) = (fourth ^ (fourth << 13), fifth ^ (fifth << 13), sixth ^ (sixth << 13));
            (first, second, third) = (first ^ (first >> 7), second ^ (second >> 7), third ^ (third >> 7));
            (fourth, fifth, sixth) = (fourth ^ (fourth >> 7), fifth ^ (fifth >> 7), sixth ^ (sixth >> 7));
            (first, second, third) = (first ^ (first << 17), second ^ (second << 17), third ^ (third << 17));
            (fourth, fifth, sixth) = (fourth ^ (fourth << 17), fifth ^ (fifth << 17), sixth ^ (sixth << 17));
        }

        // A result that nobody keeps need not be computed.
        kept = (first + second + third + fourth + fifth + sixth) | 1;
    }
}
