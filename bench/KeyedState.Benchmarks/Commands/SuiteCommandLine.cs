using System.CommandLine;
using System.Reflection;
using KeyedState.Harness;
using KeyedState.Results;

namespace KeyedState.Benchmarks.Commands;

/// <summary>The program's command line.</summary>
internal static class SuiteCommandLine
{
    // Options of our own; every other leading option is BenchmarkDotNet's.
    private static readonly string[] OwnOptions = ["--help", "--version"];

    /// <summary>Runs a call.</summary>
    /// <param name="args">The arguments; none means the headline suite.</param>
    /// <param name="output">Where results go.</param>
    /// <param name="error">Where the one line about a wrong call goes.</param>
    /// <returns>An <see cref="ExitCode"/>.</returns>
    public static int Run(string[] args, TextWriter output, TextWriter error) => Run(args, SuiteCatalogue.Default, output, error);

    /// <summary>Runs a call on a catalogue of states.</summary>
    public static int Run(string[] args, StateCatalogue catalogue, TextWriter output, TextWriter error)
    {
        try
        {
            RequireTemporaryFolder();
            return args is [var first, ..] && first.StartsWith("--", StringComparison.Ordinal) && !OwnOptions.Contains(first)
                ? BenchmarkDotNetCall.Run(args, error)
                : RunOwn(args, catalogue, output, error);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or StoredRunException or FormatException)
        {
            error.WriteLine(PlainText.OneLine(exception.Message));
            return ExitCode.WrongCall;
        }
    }

    // The runtime would only say that some file is missing, and most commands need it: for builds, checkouts and launches.
    private static void RequireTemporaryFolder()
    {
        if (!Directory.Exists(Path.GetTempPath()))
        {
            throw new DirectoryNotFoundException($"The folder for temporary files, {Path.GetTempPath()}, does not exist: make it, or let TMPDIR name another.");
        }
    }

    private static int RunOwn(string[] args, StateCatalogue catalogue, TextWriter output, TextWriter error)
    {
        // No option or argument has a use for it, and as a path it is refused by an exception of its own.
        if (args.Contains(""))
        {
            error.WriteLine("An argument is empty. See --help.");
            return ExitCode.WrongCall;
        }

        var call = Root(catalogue).Parse(args.Length == 0 ? ["run"] : args);
        if (call.Errors is [var wrong, ..])
        {
            error.WriteLine($"{string.Join(' ', wrong.Message.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))} See --help.");
            return ExitCode.WrongCall;
        }

        return call.Invoke(new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false });
    }

    // Another assembly's states have no benchmark lines here; these commands need none.
    private static RootCommand Root(StateCatalogue catalogue) => catalogue == SuiteCatalogue.Default ? Whole() : new RootCommand(
        "Lists and verifies the states in this program, and compares two builds of them.")
    {
        ListCommand.Create(catalogue),
        VerifyCommand.Create(catalogue, Assembly.GetEntryAssembly()),
        GateCommand.Create(),
    };

    private static RootCommand Whole() => new(
        "Measures ways to share a map between 100 readers and 10 writers. Without arguments it runs the headline suite. "
        + "A call that begins with another option, such as --filter or --list, goes to BenchmarkDotNet.")
    {
        RunCommand.Create(),
        ListCommand.Create(SuiteCatalogue.Default),
        VerifyCommand.Create(SuiteCatalogue.Default),
        GateCommand.Create(),
        ReportCommand.Create(),
        PacedCommand.Create(WarmupPlan.Usual),
        CompareCommand.Create(),
        HistoryCommand.Create(),
        CollectCommand.Create(),
    };
}
