using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace KeyedState.Stores;

/// <summary>Tells an engine to quit at once, but in order.</summary>
internal static class EngineQuit
{
    /// <summary>Sends the signal SIGQUIT, and waits.</summary>
    /// <param name="engine">The engine's process.</param>
    /// <param name="hasEnded">Waits until it has ended, and says whether it has.</param>
    /// <returns>Whether it has ended; false also on a system without signals.</returns>
    public static bool Ask(Process engine, Func<bool> hasEnded)
    {
        if (OperatingSystem.IsWindows())
        {
            return false;
        }

        try
        {
            // .NET has no call that sends a signal.
            using var shell = Process.Start("sh", ["-c", string.Create(CultureInfo.InvariantCulture, $"kill -QUIT {engine.Id} 2> /dev/null")]);
            shell.WaitForExit();
            return hasEnded();
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}
