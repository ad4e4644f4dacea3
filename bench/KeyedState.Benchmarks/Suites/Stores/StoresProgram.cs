using System.ComponentModel;
using System.Diagnostics;
using KeyedState.Benchmarks.Commands;
using KeyedState.Benchmarks.Environments;

namespace KeyedState.Benchmarks.Suites.Stores;

/// <summary>
/// The program that measures stores. It is built when it is first used: whoever doesn't ask for it needs none of the engines' packages.
/// </summary>
internal static class StoresProgram
{
    /// <summary>The environment variable that tells the program to end when its input does, so that it doesn't outlive this one.</summary>
    public const string EndsWithInput = "KEYED_STATE_ENDS_WITH_INPUT";

    private const string Project = "KeyedState.Stores.Benchmarks";

    /// <summary>Builds and runs it.</summary>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="error">Where it goes why it can't be started.</param>
    /// <returns>Its exit code.</returns>
    public static int Run(IReadOnlyList<string> arguments, TextWriter error)
    {
        // It decides itself what Ctrl-C ends, and its exit code is handed on.
        ConsoleCancelEventHandler goOn = (_, key) => key.Cancel = true;
        Console.CancelKeyPress += goOn;
        try
        {
            using var program = Process.Start(StartOf(RepositoryRoot.FindSources(), arguments))!;
            program.WaitForExit();
            return program.ExitCode;
        }
        catch (Win32Exception missing)
        {
            error.WriteLine($"The suite's program can't be built and started: {missing.Message}");
            return ExitCode.Failed;
        }
        finally
        {
            Console.CancelKeyPress -= goOn;
        }
    }

    /// <summary>How it is started.</summary>
    /// <param name="sources">The top of the sources.</param>
    /// <param name="arguments">Its arguments.</param>
    internal static ProcessStartInfo StartOf(string sources, IReadOnlyList<string> arguments) => new(
        DotnetHost.Path, ["run", "-c", "Release", "--project", Path.Combine(sources, "bench", Project), "--", .. arguments])
    {
        RedirectStandardInput = true,
        Environment = { [EndsWithInput] = "1" },
    };
}
