using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using KeyedState.Results;

namespace KeyedState.Benchmarks.Environments;

/// <summary>Runs another program to its end.</summary>
internal static class ExternalProcess
{
    /// <summary>Runs in this program's environment and returns what it printed.</summary>
    /// <param name="file">The program.</param>
    /// <param name="folder">Where it runs.</param>
    /// <param name="cancellation">Kills it with everything that it started.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <returns>The exit code, null where the program does not exist; its output; its errors.</returns>
    /// <exception cref="OperationCanceledException">It was ended.</exception>
    public static (int? ExitCode, string Output, string Errors) Run(
        string file, string folder, CancellationToken cancellation, params IEnumerable<string> arguments) =>
        Run(file, folder, _ => { }, cancellation, arguments);

    /// <summary>Runs in a changed environment and returns what it printed.</summary>
    /// <param name="file">The program.</param>
    /// <param name="folder">Where it runs.</param>
    /// <param name="prepare">Changes the environment that the program gets, which begins as this program's.</param>
    /// <param name="cancellation">Kills it with everything that it started.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <returns>The exit code, null where the program does not exist; its output; its errors.</returns>
    /// <exception cref="OperationCanceledException">It was ended.</exception>
    public static (int? ExitCode, string Output, string Errors) Run(
        string file, string folder, Action<IDictionary<string, string?>> prepare, CancellationToken cancellation, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(file, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,

            // Git writes paths so on every system; Windows would take them for the console's letters, and a repository below a name with an umlaut would not be found again.
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        prepare(start.Environment);
        try
        {
            using var process = Process.Start(start)!;
            using var kill = cancellation.Register(() => Kill(process));
            var errors = process.StandardError.ReadToEndAsync(CancellationToken.None);
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            cancellation.ThrowIfCancellationRequested();
            return (process.ExitCode, output, errors.Result);
        }
        catch (Win32Exception missing)
        {
            return (null, "", PlainText.OneLine(missing.Message));
        }
    }

    private static void Kill(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (Exception error) when (error is InvalidOperationException or Win32Exception or AggregateException)
        {
            // It has ended by itself.
        }
    }
}
