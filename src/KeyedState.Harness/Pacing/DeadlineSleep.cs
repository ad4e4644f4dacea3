namespace KeyedState.Harness;

/// <summary>A thread's way to sleep until a point in time, much finer than the kernel's tick.</summary>
internal abstract class DeadlineSleep
{
    /// <summary>Prepares the calling thread, which alone may use what is returned.</summary>
    public static DeadlineSleep OfThisThread() =>
        OperatingSystem.IsLinux() && Environment.Is64BitProcess ? new LinuxSleep() : new YieldingSleep();

    /// <summary>Returns soon after <paramref name="timestamp"/>, or earlier.</summary>
    /// <param name="timestamp">On the clock of <see cref="System.Diagnostics.Stopwatch.GetTimestamp"/>.</param>
    public abstract void Until(long timestamp);
}
