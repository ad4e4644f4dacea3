using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.Versioning;
using KeyedState.Benchmarks.Environments.Cards;

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

    private CoreBinding(nint before, int core) => (this.before, Core) = (before, core);

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

    /// <summary>The core that a binding of this process takes; null where it can't be bound.</summary>
    public static int? ChosenCore
    {
        get
        {
            if (AbsentBecause is not null)
            {
                return null;
            }

            using var tried = ToOneCoreWherePossible();
            return tried?.Core;
        }
    }

    /// <summary>The core that it binds to.</summary>
    public int Core { get; }

    [SupportedOSPlatform("linux")]
    [SupportedOSPlatform("windows")]
    public static CoreBinding ToOneCore()
    {
        using var process = Process.GetCurrentProcess();
        var before = process.ProcessorAffinity;
        int[] allowed = [.. Enumerable.Range(0, nint.Size * 8).Where(core => (before >> core & 1) != 0)];
        var chosen = CoreKinds.Strongest(SystemFiles.OfThisMachine, allowed);
        process.ProcessorAffinity = (nint)(1UL << chosen);
        return new CoreBinding(before, chosen);
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
