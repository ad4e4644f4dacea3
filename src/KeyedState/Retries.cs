using System.Runtime.CompilerServices;

namespace KeyedState;

/// <summary>How often operations were begun anew because another came first. States that work so count it here.</summary>
/// <remarks>Each thread counts for itself and only where it has lost already, so that the count is in nobody's way.</remarks>
public static class Retries
{
    private static readonly Lock Gate = new();
    private static readonly List<Tally> Tallies = [];

    [ThreadStatic]
    private static Tally? ofThisThread;

    /// <summary>Those of all threads of the process so far. What is still running may be counted or not.</summary>
    public static long Total
    {
        get
        {
            lock (Gate)
            {
                return Tallies.Sum(tally => Volatile.Read(ref tally.Count));
            }
        }
    }

    /// <summary>Counts one.</summary>
    // Never inlined: it is off the way of an operation that succeeds, and is not to take its registers.
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Count() => (ofThisThread ??= NewTally()).Count++;

    private static Tally NewTally()
    {
        var tally = new Tally();
        lock (Gate)
        {
            Tallies.Add(tally);
        }

        return tally;
    }

    private sealed class Tally
    {
        public long Count;
    }
}
