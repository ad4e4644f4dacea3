using System.Diagnostics;
using System.Runtime.InteropServices;
using KeyedState.Regression;

namespace KeyedState.Benchmarks.Environments;

/// <summary>
/// Starts the program anew without the settings that change figures. It must itself be free of them, and not only what it starts:
/// it measures the machine's card and the original program, and it is asked for its processors and its collector.
/// </summary>
internal static partial class CleanStart
{
    /// <summary>Starts the program anew with the same arguments, in place of this process where the system can do that.</summary>
    /// <param name="args">The arguments, as the process got them.</param>
    /// <returns>The exit code of the program that was started anew.</returns>
    public static int Again(string[] args)
    {
        var path = Environment.ProcessPath!;
        string[] program = DotnetHost.IsHost(path) ? [Environment.GetCommandLineArgs()[0], .. args] : args;
        var start = new ProcessStartInfo(path, program);
        foreach (var name in start.Environment.Keys.Where(InheritedSettings.ChangeFigures).ToArray())
        {
            start.Environment.Remove(name);
        }

        if (!OperatingSystem.IsWindows())
        {
            // Signals, the terminal and the number of the process then stay what they are. It returns only when it fails.
            _ = Execute(path, [path, .. program, null], [.. start.Environment.Select(variable => $"{variable.Key}={variable.Value}"), null]);
        }

        // Ctrl-C reaches both processes, and this one has an exit code to hand on.
        Console.CancelKeyPress += (_, key) => key.Cancel = true;
        using var again = Process.Start(start)!;
        again.WaitForExit();
        return again.ExitCode;
    }

    [LibraryImport("libc", EntryPoint = "execve", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Execute(string path, string?[] arguments, string?[] environment);
}
