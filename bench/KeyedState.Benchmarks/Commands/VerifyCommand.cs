using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using KeyedState.Benchmarks.Suites;
using KeyedState.Results;

namespace KeyedState.Benchmarks.Commands;

/// <summary><c>verify</c>: whether every state is linearizable, as far as many recorded operations can tell.</summary>
internal static class VerifyCommand
{
    private const int DefaultOperations = 1_000_000;
    private const int MostOperations = 20_000_000;

    /// <summary>Creates the command.</summary>
    /// <param name="catalogue">The states that it knows.</param>
    /// <param name="program">The program that holds them, where it is another than the suite's own.</param>
    public static Command Create(StateCatalogue catalogue, Assembly? program = null)
    {
        StateEntry[] designs = [.. catalogue.Entries.Where(entry => !entry.IsLimit)];
        var states = StatesOption.Create("The states to verify, separated by commas. Default: all.", [.. designs.Select(entry => entry.Name)]);
        var operations = NumberOption.Create(
            "--operations",
            "The least number of operations of each state to record and check.",
            1,
            MostOperations,
            DefaultOperations);
        var seed = new Option<int?>("--seed") { Description = "The seed of the keys and kinds of operation. Default: a new one, which is printed. The same seed does not repeat how the callers interleave." };
        var command = new Command(
            "verify", "Records what many concurrent callers read and write, and checks that each state is linearizable. Exit code 1 if one is not.")
        {
            states, operations, seed,
        };
        command.SetAction(call => Run(
            call.GetRequiredValue(states) is { Length: > 0 } names ? [.. names.Select(name => catalogue.Find(name)!)] : designs,
            call.GetValue(operations),
            call.GetValue(seed) ?? Random.Shared.Next(),
            (entry, count, drawnFrom) => StateCheck.InOwnProcess(entry, count, drawnFrom, program),
            call.InvocationConfiguration.Output));
        return command;
    }

    /// <summary>Verifies states one after the other and prints a line for each, and what is wrong with it.</summary>
    /// <param name="entries">The states.</param>
    /// <param name="operations">How many operations of each.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="check">Checks one with a number of operations and a seed: how many were checked, and what was wrong.</param>
    /// <param name="output">Where to print.</param>
    /// <returns>An <see cref="ExitCode"/>.</returns>
    /// <exception cref="FormatException">There is none to verify.</exception>
    internal static int Run(
        IReadOnlyList<StateEntry> entries, int operations, int seed, Func<StateEntry, int, int, (long Operations, string? Failure)> check, TextWriter output)
    {
        if (entries.Count == 0)
        {
            throw new FormatException("This program has no state to verify: a state is a class with [State].");
        }

        var width = entries.Max(entry => entry.Name.Length);
        var allRight = true;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Verifying {entries.Count} {(entries.Count == 1 ? "state" : "states")}, each in a process of its own (seed {seed})."));
        foreach (var entry in entries)
        {
            var started = Stopwatch.GetTimestamp();
            var (count, failure) = check(entry, operations, seed);
            var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
            var verdict = failure is null ? "linearizable" : "WRONG";
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{entry.Name.PadRight(width)}  {count,12:N0} operations  {seconds,6:0.0} s  {verdict}"));
            foreach (var line in failure?.Split('\n') ?? [])
            {
                output.WriteLine($"  {PlainText.OneLine(line, StoredFailure.LongestError)}");
            }

            allRight &= failure is null;
        }

        return allRight ? ExitCode.Fine : ExitCode.Failed;
    }
}
