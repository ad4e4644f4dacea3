using System.Reflection;
using System.Text;
using KeyedState.Benchmarks.Commands;
using KeyedState.Benchmarks.Environments;
using KeyedState.Benchmarks.Workers;
using KeyedState.Regression;

namespace KeyedState.Benchmarks;

/// <summary>The whole program, for this suite's own executable and for those that bring states of their own.</summary>
public static class SuiteProgram
{
    /// <summary>Runs a call on the suite's states.</summary>
    /// <param name="args">The arguments, as the process got them.</param>
    /// <returns>The exit code.</returns>
    public static int Run(string[] args) => Run(args, SuiteCatalogue.Default);

    /// <summary>Runs a call on the states of other assemblies, with the suite's limits beside them.</summary>
    /// <param name="args">The arguments, as the process got them.</param>
    /// <param name="states">The assemblies whose classes carry <see cref="StateAttribute"/>.</param>
    /// <returns>The exit code; 2, and a line on the error output, where a class breaks a rule of the catalogue or two share a name.</returns>
    public static int Run(string[] args, params Assembly[] states)
    {
        StateCatalogue catalogue;
        try
        {
            catalogue = StateCatalogue.WithLimits(states);
        }
        catch (InvalidOperationException rule)
        {
            Console.Error.WriteLine(rule.Message);
            return ExitCode.WrongCall;
        }

        return Run(args, catalogue);
    }

    private static int Run(string[] args, StateCatalogue catalogue)
    {
        if (args is [WorkerProtocol.Argument])
        {
            var answers = Console.Out;

            // What a state prints must not get between the answers.
            Console.SetOut(Console.Error);
            new WorkerMode(catalogue).Serve(Console.In, answers);
            return ExitCode.Fine;
        }

        if (Console.IsOutputRedirected)
        {
            // Into a file a page goes as UTF-8, as all pages are written, whatever the terminal's characters are.
            Console.SetOut(new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { AutoFlush = true });
        }

        var (output, error) = (new UnfailingWriter(Console.Out), new UnfailingWriter(Console.Error));
        if (SuiteCommandLine.Measures(args) && InheritedSettings.OfThisProcess() is { Count: > 0 } settings)
        {
            error.WriteLine($"The environment sets the .NET runtime, which would change figures; the program starts anew without {string.Join(", ", settings)}.");
            return CleanStart.Again(args);
        }

        // BenchmarkDotNet's own command line writes there.
        Console.SetOut(output);
        DotnetHost.PutOnPath();
        var code = SuiteCommandLine.Run(args, catalogue, output, error);
        if (output.Failure is not { } failure)
        {
            return code;
        }

        error.WriteLine($"The output could not be written ({failure}); what is stored in files is whole.");
        return code == ExitCode.Fine ? ExitCode.WrongCall : code;
    }
}
