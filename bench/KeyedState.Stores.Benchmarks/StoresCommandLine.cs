using System.CommandLine;
using KeyedState.Benchmarks.Commands;
using KeyedState.Benchmarks.Suites.Stores;
using KeyedState.Results;
using KeyedState.Stores.Benchmarks.Kills;
using KeyedState.Stores.Benchmarks.Silos;

namespace KeyedState.Stores.Benchmarks;

/// <summary>The program's own command line, which <c>run --suite stores</c> passes its arguments to.</summary>
internal static class StoresCommandLine
{
    /// <summary>Runs a call.</summary>
    /// <param name="args">The arguments.</param>
    /// <param name="output">Where results go.</param>
    /// <param name="error">Where the one line about a wrong call goes.</param>
    /// <returns>An <see cref="ExitCode"/>.</returns>
    public static int Run(string[] args, TextWriter output, TextWriter error)
    {
        var states = StatesOption.Create(
            "The engines to measure, separated by commas, beside the states and limits that they are held against. Without it: all that this machine has.",
            [.. StoreCatalogue.Engines.Select(entry => entry.Name)]);
        var (kills, redis, postgres, silos) = (KillsOption.Create(), RedisOption.Create(), PostgresOption.Create(), SilosOption.Create());
        var root = new RootCommand("Measures what it costs to leave the process, and writes its report: results/<machine>/stores.") { states, kills, redis, postgres, silos };
        root.SetAction(call => (call.GetResult(kills), new[] { redis, postgres }.FirstOrDefault(option => call.GetValue(option) is not null)) switch
        {
            _ when call.GetValue(silos) => SilosRun.Run(call.InvocationConfiguration),
            (null, _) => StoresRun.Run(call.GetValue(states) ?? [], call.GetValue(redis), call.GetValue(postgres), call.InvocationConfiguration),
            (_, null) => KillsRun.Run(call.GetValue(states) ?? [], call.GetValue(kills), call.InvocationConfiguration),
            (_, { Name: var outside }) => throw new FormatException($"{KillsOption.Name} ends servers, and the one that {outside} names is not the suite's own: leave one out."),
        });
        var call = root.Parse(args);
        if (call.Errors is [var wrong, ..])
        {
            error.WriteLine($"{PlainText.OneLine(wrong.Message)} See --help.");
            return ExitCode.WrongCall;
        }

        try
        {
            return call.Invoke(new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false });
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or StoredRunException or FormatException or EngineFailedException)
        {
            error.WriteLine(PlainText.OneLine(failure.Message));
            return ExitCode.WrongCall;
        }
    }
}
