using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace KeyedState.Exploration;

/// <summary>
/// Binds the program to one core. Of a schedule's threads only one runs at a time, and to wake the next one on another core takes longer than
/// to switch to it, above all where other programs use the machine.
/// </summary>
internal static class OneCore
{
    /// <summary>Binds the thread that the program starts with, whose choice all later ones inherit.</summary>
    [ModuleInitializer]
    internal static void Bind()
    {
        if (OperatingSystem.IsLinux() || OperatingSystem.IsWindows())
        {
            using var process = Process.GetCurrentProcess();

            // None where all that it may use are beyond the first 64.
            if (process.ProcessorAffinity is var allowed and not 0)
            {
                process.ProcessorAffinity = allowed & -allowed;
            }
        }
    }
}
