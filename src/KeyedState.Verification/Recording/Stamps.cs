using System.Diagnostics;

namespace KeyedState.Verification;

/// <summary>The instants between which an operation takes effect, by the system's monotonic clock, which all processors share.</summary>
/// <remarks>
/// <para>
/// A processor may make an operation's first load before it has read the clock for the stamp in front of it, and may
/// read the clock behind the operation while the operation's last store is still in the core's buffer, seen by nobody
/// else. An order of two stamps says something about the order of two effects only with a full fence between stamp and
/// operation, on both sides. There is no shared counter: it would pass one cache line through all callers and put their
/// operations into a row that the state itself may not keep.
/// </para>
/// <para>
/// What the fences hide: a store at an operation's end that the processor delays past the caller's <em>next</em> operation
/// is never seen to be, because a fence stands between the two. A fence that is missing within an operation is not hidden.
/// The stamps also take some 80 ns an operation, in which the caller does not contend.
/// </para>
/// </remarks>
internal static class Stamps
{
    /// <summary>A stamp for an operation that is called next.</summary>
    public static long BeforeCall()
    {
        var stamp = Stopwatch.GetTimestamp();
        Interlocked.MemoryBarrier();
        return stamp;
    }

    /// <summary>A stamp for an operation that has just answered.</summary>
    public static long AfterResponse()
    {
        Interlocked.MemoryBarrier();
        return Stopwatch.GetTimestamp();
    }
}
