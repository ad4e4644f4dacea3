using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using KeyedState.Benchmarks.Environments.Cards;
using KeyedState.Benchmarks.Launches;
using KeyedState.Harness;

namespace KeyedState.Benchmarks.Environments;

/// <summary>Binds what this process starts to one core or several, for as long as the binding is not disposed of.</summary>
/// <remarks>
/// A child inherits the mask of the thread that starts it, so it is bound from its first instruction. A mask
/// that is set after the start reaches a single thread on Linux, and the runtime has counted its processors
/// by then. Take and dispose of a binding on the thread that starts the child.
/// </remarks>
internal sealed class CoreBinding : IDisposable
{
    private readonly IReadOnlyList<int> before;

    private CoreBinding(IReadOnlyList<int> before, IReadOnlyList<int> cores) => (this.before, Cores) = (before, cores);

    /// <summary>Why a process can't be measured on one core of this machine, or on some; null where it can.</summary>
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
                using var tried = To(1);
                return OperatingSystem.IsLinux() ? WhyNotMeasured(SystemFiles.OfThisMachine) : null;
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

    /// <summary>The core that it binds to; the highest where there are several.</summary>
    public int Core => Cores[^1];

    /// <summary>The cores that it binds to, in rising order.</summary>
    public IReadOnlyList<int> Cores { get; }

    /// <summary>Binds to so many cores, or to all where there are no more.</summary>
    /// <param name="count">1 or more.</param>
    /// <exception cref="Win32Exception">The system refuses.</exception>
    [SupportedOSPlatform("linux")]
    [SupportedOSPlatform("windows")]
    public static CoreBinding To(int count)
    {
        using var process = Process.GetCurrentProcess();

        // On Windows a child inherits the mask of the process, and not that of the thread.
        var before = OperatingSystem.IsWindows() ? InMask(process.ProcessorAffinity) : ThreadBinding.AllowedCores();
        if (before.Count == 0)
        {
            throw new Win32Exception("it does not say which cores there are");
        }

        var chosen = CoreKinds.Strongest(SystemFiles.OfThisMachine, before, count);
        Bind(chosen);
        return new CoreBinding(before, chosen);
    }

    /// <summary>Binds to one core where the system has a way to; null elsewhere.</summary>
    public static CoreBinding? ToOneCoreWherePossible() => WherePossible(1);

    /// <summary>Binds to so many cores where the system has a way to; null elsewhere.</summary>
    /// <param name="count">1 or more; null for no binding.</param>
    public static CoreBinding? WherePossible(int? count) => count is { } cores && (OperatingSystem.IsLinux() || OperatingSystem.IsWindows()) ? To(cores) : null;

    public void Dispose()
    {
        if (OperatingSystem.IsLinux() || OperatingSystem.IsWindows())
        {
            Bind(before);
        }
    }

    /// <summary>What keeps launches that are bound to a core of a Linux machine from being measured there; null for nothing.</summary>
    /// <param name="files">The system's files.</param>
    internal static string? WhyNotMeasured(SystemFiles files) =>
        ThreadMasks.Read(files).Count == 0 ? "this system does not show which cores a thread may run on, so nothing says that a launch was bound"
        : CoreQuota.Read(files) is < 1 and { } quota ? string.Create(
            CultureInfo.InvariantCulture, $"the quota of the control group, {quota:0.##} of a core's time, stops a launch again and again")
        : null;

    private static int[] InMask(nint mask) => [.. Enumerable.Range(0, nint.Size * 8).Where(core => (mask >> core & 1) != 0)];

    [SupportedOSPlatform("linux")]
    [SupportedOSPlatform("windows")]
    private static void Bind(IReadOnlyList<int> cores)
    {
        if (OperatingSystem.IsWindows())
        {
            using var process = Process.GetCurrentProcess();
            process.ProcessorAffinity = (nint)cores.Aggregate(0UL, (mask, core) => mask | (1UL << core));
        }
        else if (!ThreadBinding.TryBind(cores))
        {
            // Not the process's own setter: its mask ends at the 64th core, and a machine's other cores would be lost for good.
            throw new Win32Exception(Marshal.GetLastPInvokeError());
        }
    }
}
