using System.Numerics;
using System.Runtime.InteropServices;

namespace KeyedState;

/// <summary>Tells a writer whether anybody reads. Each processor counts in a place of its own, so that reads share no cache line.</summary>
internal sealed class ReadIndicator
{
    private static readonly int Mask = (int)BitOperations.RoundUpToPowerOf2((uint)Environment.ProcessorCount) - 1;

    private readonly Count[] counts = new Count[Mask + 1];

    /// <summary>Counts a read, and only then lets its loads happen: the increment is a full fence.</summary>
    /// <returns>Where it was counted; the thread may be on another processor when it departs.</returns>
    public int Arrive()
    {
        // Threads of one processor share a count, and two processors may, so the count is interlocked.
        var place = Thread.GetCurrentProcessorId() & Mask;
        Interlocked.Increment(ref counts[place].Reads);
        return place;
    }

    /// <summary>Takes the read off that <see cref="Arrive"/> counted, after all its loads.</summary>
    /// <param name="place">What <see cref="Arrive"/> returned.</param>
    public void Depart(int place) => Interlocked.Decrement(ref counts[place].Reads);

    /// <summary>Returns once each count was seen at zero, so that every read which was counted before has departed.</summary>
    public void AwaitEmpty()
    {
        for (var place = 0; place < counts.Length; place++)
        {
            var wait = default(SpinWait);
            while (Volatile.Read(ref counts[place].Reads) != 0)
            {
                wait.SpinOnce();
            }
        }
    }

    /// <summary>Two cache lines of 64 bytes, since processors fetch them in pairs; the count lies away from both ends.</summary>
    [StructLayout(LayoutKind.Explicit, Size = 128)]
    private struct Count
    {
        [FieldOffset(64)]
        public int Reads;
    }
}
