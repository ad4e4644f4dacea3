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

    // To git, what begins with an at sign is a commit, and not the name of a file with more arguments.
    private static readonly ParserConfiguration Parsing = new() { ResponseFileTokenReplacer = null };

    private static readonly string[] MeasuringCommands = ["run", "verify", "gate", "paced", "check-latency"];

    /// <summary>Whether a call measures something, here or in processes that it starts.</summary>
    /// <param name="args">The arguments.</param>
    public static bool Measures(string[] args) => args is [] || IsBenchmarkDotNets(args[0]) || MeasuringCommands.Contains(args[0]);

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
            return args is [var first, ..] && IsBenchmarkDotNets(first)
                ? BenchmarkDotNetCall.Run(args, error)
                : RunOwn(args, catalogue, output, error);
        }
        catch (Exception exception) when (IsToldInOneLine(exception))
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

    private static bool IsBenchmarkDotNets(string first) => first.StartsWith("--", StringComparison.Ordinal) && !OwnOptions.Contains(first);

    private static int RunOwn(string[] args, StateCatalogue catalogue, TextWriter output, TextWriter error)
    {
        var call = Root(catalogue).Parse(args.Length == 0 ? ["run"] : args, Parsing);
        var files = NamedFiles.Of(call);

        // No option or argument has a use for it, and as a path it is refused by an exception of its own.
        if (args.Contains(""))
        {
            error.WriteLine($"An argument is empty. See --help.{files.Leftovers()}");
            return ExitCode.WrongCall;
        }

        if (call.Errors is [var wrong, ..])
        {
            error.WriteLine($"{string.Join(' ', wrong.Message.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))} See --help.{files.Leftovers()}");
            return ExitCode.WrongCall;
        }

        return Invoke(call, files, output, error);
    }

    private static int Invoke(ParseResult call, NamedFiles files, TextWriter output, TextWriter error)
    {
        try
        {
            var code = call.Invoke(new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false });
            if (code != ExitCode.Fine && files.Leftovers() is { Length: > 0 } leftovers)
            {
                error.WriteLine(PlainText.OneLine(leftovers.Trim()));
            }

            return code;
        }
        catch (Exception exception) when (IsToldInOneLine(exception))
        {
            error.WriteLine(PlainText.OneLine(exception.Message + files.Leftovers()));
            return ExitCode.WrongCall;
        }
    }

    private static bool IsToldInOneLine(Exception exception) =>
        exception is IOException or UnauthorizedAccessException or StoredRunException or FormatException;

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
        CheckLatencyCommand.Create(),
        CompareCommand.Create(),
        HistoryCommand.Create(),
        CollectCommand.Create(),
    };
}
