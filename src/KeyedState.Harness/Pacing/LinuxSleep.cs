using System.Runtime.InteropServices;

namespace KeyedState.Harness;

/// <summary>
/// Sleeps in the kernel until an absolute time. The kernel may be late by the thread's timer slack, 50 µs
/// unless it is set; see prctl(2), PR_SET_TIMERSLACK, and clock_nanosleep(2).
/// </summary>
/// <remarks>Needs a 64-bit process, in which both halves of a timespec are 64 bits wide.</remarks>
internal sealed partial class LinuxSleep : DeadlineSleep
{
    private const int SetTimerSlack = 29;
    private const nuint SlackNanoseconds = 1;
    private const int ClockMonotonic = 1;
    private const int AbsoluteTime = 1;
    private const long NanosecondsPerSecond = 1_000_000_000;

    /// <summary>Takes the timer slack from the calling thread.</summary>
    // A failure goes unchecked: it would leave the thread with some more delay, and still right.
    public LinuxSleep() => _ = SetProcessControl(SetTimerSlack, SlackNanoseconds, 0, 0, 0);

    /// <inheritdoc/>
    // Stopwatch counts nanoseconds of CLOCK_MONOTONIC on Linux. A signal ends the sleep early, as callers must expect.
    public override void Until(long timestamp)
    {
        var (seconds, nanoseconds) = Math.DivRem(timestamp, NanosecondsPerSecond);
        _ = ClockNanosleep(ClockMonotonic, AbsoluteTime, new TimeSpec(seconds, nanoseconds), 0);
    }

    [LibraryImport("libc", EntryPoint = "prctl")]
    private static partial int SetProcessControl(int option, nuint value, nuint unused3, nuint unused4, nuint unused5);

    [LibraryImport("libc", EntryPoint = "clock_nanosleep")]
    private static partial int ClockNanosleep(int clock, int flags, in TimeSpec request, nint remaining);

    [StructLayout(LayoutKind.Sequential)]
    private readonly record struct TimeSpec(long Seconds, long Nanoseconds);
}
