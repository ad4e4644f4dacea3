using System.ComponentModel;
using System.Diagnostics;
using System.Numerics;
using System.Runtime.Versioning;

namespace KeyedState.Benchmarks.Environments;

/// <summary>Binds what this process starts to one core, for as long as the binding is not disposed of.</summary>
/// <remarks>
/// A child inherits the mask of the thread that starts it, so it is bound from its first instruction. A mask
/// that is set after the start reaches a single thread on Linux, and the runtime has counted its processors
/// by then. Take and dispose of a binding on the main thread, the one whose mask the process's setter sets.
/// </remarks>
internal sealed class CoreBinding : IDisposable
{
    private readonly nint before;

    private CoreBinding(nint before) => this.before = before;

    /// <summary>Why this machine can't bind a process; null where it can.</summary>
    public static string? AbsentBecause
    {
        get
        {
            if (!OperatingSystem.IsLinux() && !OperatingSystem.IsWindows())
            {
                return "this system cannot bind a process to a core";
            }

            try
            {
                using var tried = ToOneCore();
                return null;
            }
            catch (Win32Exception refused)
            {
                return $"this system does not let a process be bound to a core ({refused.Message})";
            }
        }
    }

    [SupportedOSPlatform("linux")]
    [SupportedOSPlatform("windows")]
    public static CoreBinding ToOneCore()
    {
        using var process = Process.GetCurrentProcess();
        var before = process.ProcessorAffinity;

        // The highest core of those allowed: systems tend to serve their interrupts on the lowest.
        process.ProcessorAffinity = (nint)(1UL << BitOperations.Log2((ulong)before));
        return new CoreBinding(before);
    }

    /// <summary>Binds where the system has a way to; null elsewhere.</summary>
    public static CoreBinding? ToOneCoreWherePossible() => OperatingSystem.IsLinux() || OperatingSystem.IsWindows() ? ToOneCore() : null;

    public void Dispose()
    {
        if (OperatingSystem.IsLinux() || OperatingSystem.IsWindows())
        {
            using var process = Process.GetCurrentProcess();
            process.ProcessorAffinity = before;
        }
    }
}
