using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace KeyedState.Stores;

/// <summary>Tells an engine to quit at once, but in order.</summary>
internal static class EngineQuit
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    // An engine that is being started may not hear the first time: a shell may ignore the signal whose place it takes later.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    /// <summary>Sends the signal SIGQUIT until it has ended, or ten seconds have passed.</summary>
    /// <param name="engine">The engine's process.</param>
    /// <param name="endsWithin">Waits until it has ended, for so long, and says whether it has.</param>
    /// <returns>Whether it has ended; false also on a system without signals.</returns>
    public static bool Ask(Process engine, Func<TimeSpan, bool> endsWithin)
    {
        if (OperatingSystem.IsWindows())
        {
            return false;
        }

        for (var start = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(start) < Patience;)
        {
            if (!engine.HasExited && !Send(engine))
            {
                return false;
            }

            if (endsWithin(Pause))
            {
                return true;
            }
        }

        return false;
    }

    // .NET has no call for it.
    private static bool Send(Process engine)
    {
        try
        {
            using var shell = Process.Start("sh", ["-c", string.Create(CultureInfo.InvariantCulture, $"kill -QUIT {engine.Id} 2> /dev/null")]);
            shell.WaitForExit();
            return true;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}
