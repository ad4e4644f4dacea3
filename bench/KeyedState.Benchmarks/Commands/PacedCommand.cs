using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using KeyedState.Harness;
using KeyedState.Results;

namespace KeyedState.Benchmarks.Commands;

/// <summary><c>paced</c>: the original program, with the state of one's choice.</summary>
internal static class PacedCommand
{
    private const string Default = "RendezvousChannelOwner";
    private const string SpinLimit = "System.Threading.ThreadPool.UnfairSemaphoreSpinLimit";
    private const double ShortestSeconds = 0.001;
    private const double LongestSeconds = 3600;

    // No operation takes this long, not even on a machine that is busy with something else.
    private static readonly TimeSpan HangLimit = TimeSpan.FromSeconds(10);

    /// <param name="warmup">How long the workers run before the count.</param>
    public static Command Create(WarmupPlan warmup)
    {
        var state = new Option<string>("--state") { Description = "The state to use, as the list command names it.", DefaultValueFactory = _ => Default };
        state.Validators.Add(RequireKnownState);
        var seconds = NumberOption.Create("--seconds", "How many seconds to count, up to an hour.", ShortestSeconds, LongestSeconds, 1);
        var verbose = new Option<bool>("--verbose") { Description = "Also print the lengths of the warm-up and of the pauses, the rate achieved, and the setting of the thread pool." };
        var command = new Command(
            "paced", "Runs the original program: 100 readers and 10 writers that pause for a millisecond after every operation. Counting starts when the compiler has finished.")
        {
            state, seconds, verbose,
        };
        command.SetAction((call, _) => RunAsync(
            SuiteCatalogue.Default.Find(call.GetRequiredValue(state))!,
            warmup,
            TimeSpan.FromSeconds(call.GetRequiredValue(seconds)),
            HangLimit,
            call.GetValue(verbose),
            call.InvocationConfiguration));
        return command;
    }

    /// <summary>Paces <paramref name="entry"/> and prints what was counted.</summary>
    /// <returns>An <see cref="ExitCode"/>.</returns>
    internal static async Task<int> RunAsync(
        StateEntry entry, WarmupPlan warmup, TimeSpan duration, TimeSpan hangLimit, bool verbose, InvocationConfiguration console)
    {
        SpareThePoolItsSpinning();
        try
        {
            var state = entry.Create();
            var outcome = PacedRun.Run(entry.Name, state, warmup, duration, hangLimit, entry.Declared.OneThread ? 1 : 0);
            await state.DisposeAsync();
            Write(outcome, verbose, console.Output);
            return ExitCode.Fine;
        }
        catch (Exception exception)
        {
            // Nothing is disposed of on this path: a state that failed may not answer to that either, and the process ends.
            var message = exception is StateHungException ? exception.Message : $"{entry.Name} failed: {exception.Message}";
            console.Error.WriteLine(PlainText.OneLine(message.ReplaceLineEndings(" ")));
            return ExitCode.Failed;
        }
    }

    private static void RequireKnownState(OptionResult option)
    {
        var name = option.GetValueOrDefault<string>();
        if (SuiteCatalogue.Default.Find(name) is null)
        {
            option.AddError($"There is no state {name}. The states are {string.Join(", ", SuiteCatalogue.Default.Entries.Select(entry => entry.Name))}.");
        }
    }

    // Between two pauses the pool has nothing to do, and its threads then look for work a hundred thousand times a
    // second, yielding their core each time to whatever else the machine runs. The pool reads this when it starts; on
    // two busy cores it gains several percent for the owners. Later it changes nothing.
    private static void SpareThePoolItsSpinning() => AppContext.SetData(SpinLimit, 0);

    private static void Write(PacedOutcome outcome, bool verbose, TextWriter output)
    {
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"readOps: {outcome.ReadOps}"));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"writeOps: {outcome.WriteOps}"));
        if (verbose)
        {
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"warm-up: {outcome.Warmup.TotalSeconds:0.0} s, {(outcome.CompilerQuiet ? "until the compiler was at rest" : "and the compiler was still at work")}"));
            output.WriteLine($"shortest pause: {Milliseconds(outcome.ShortestPause)}");
            output.WriteLine($"median pause: {Milliseconds(outcome.MedianPause)}");
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"operations/s: {outcome.Rate:0} of {PacedRun.IntendedRate:0} intended"));
            output.WriteLine($"thread pool: idle threads do not spin ({SpinLimit}=0)");
        }
    }

    private static string Milliseconds(TimeSpan? pause) => pause is { } length
        ? string.Create(CultureInfo.InvariantCulture, $"{length.TotalMilliseconds:0.000} ms")
        : "none, nobody came to a second operation";
}
