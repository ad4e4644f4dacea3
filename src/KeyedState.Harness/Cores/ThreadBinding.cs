using System.Runtime.InteropServices;

namespace KeyedState.Harness;

/// <summary>The cores that a thread may run on; see sched_setaffinity(2), and SetThreadAffinityMask for Windows.</summary>
public static partial class ThreadBinding
{
    // Room for the 8192 processors that Linux supports; the C library's own cpu_set_t has room for 1024.
    private const int MaskBytes = 1024;

    /// <summary>The cores that the calling thread may run on, in order; empty where the system doesn't say.</summary>
    public static IReadOnlyList<int> AllowedCores()
    {
        if (!OperatingSystem.IsLinux())
        {
            // On Windows a mask covers 64 cores; a thread of a larger machine runs in one group of so many.
            return OperatingSystem.IsWindows() ? [.. Enumerable.Range(0, Math.Min(Environment.ProcessorCount, 64))] : [];
        }

        var mask = new byte[MaskBytes];
        return GetAffinity(0, MaskBytes, mask) < 0
            ? []
            : [.. Enumerable.Range(0, MaskBytes * 8).Where(core => (mask[core / 8] & (1 << (core % 8))) != 0)];
    }

    /// <summary>Binds the calling thread to a core until it is bound otherwise.</summary>
    /// <param name="core">One of <see cref="AllowedCores"/>.</param>
    /// <returns>Whether the system did it.</returns>
    public static bool TryBind(int core) => TryBind([core]);

    /// <summary>Binds the calling thread to cores until it is bound otherwise.</summary>
    /// <param name="cores">Some of <see cref="AllowedCores"/>, at least one.</param>
    /// <returns>Whether the system did it; where it did not, the system's last error says why.</returns>
    public static bool TryBind(IReadOnlyList<int> cores)
    {
        ArgumentNullException.ThrowIfNull(cores);
        if (OperatingSystem.IsWindows())
        {
            return SetAffinityMask(CurrentThread(), cores.Aggregate((nuint)0, (mask, core) => mask | ((nuint)1 << core))) != 0;
        }

        var mask = new byte[MaskBytes];
        foreach (var core in cores)
        {
            mask[core / 8] |= (byte)(1 << (core % 8));
        }

        return SetAffinity(0, MaskBytes, mask) == 0;
    }

    [LibraryImport("libc", EntryPoint = "sched_getaffinity")]
    private static partial int GetAffinity(int thread, nuint size, [Out] byte[] mask);

    [LibraryImport("libc", EntryPoint = "sched_setaffinity", SetLastError = true)]
    private static partial int SetAffinity(int thread, nuint size, byte[] mask);

    [LibraryImport("kernel32", EntryPoint = "GetCurrentThread")]
    private static partial nint CurrentThread();

    [LibraryImport("kernel32", EntryPoint = "SetThreadAffinityMask", SetLastError = true)]
    private static partial nuint SetAffinityMask(nint thread, nuint mask);
}
