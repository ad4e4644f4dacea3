using System.Globalization;
using KeyedState.Harness;
using KeyedState.Regression;

namespace KeyedState.Benchmarks.Workers;

/// <summary>What a worker does when it is asked for a loop.</summary>
internal static class LatencyWork
{
    private const string Closed = "closed ";
    private const string Open = "open ";
    private const string Paced = "paced ";
    private const string FixedRate = "fixed ";
    private const double LongestWindow = 1e6;

    /// <summary>A closed loop in the words of a request.</summary>
    /// <param name="plan">The loop.</param>
    public static string Text(ClosedLoopPlan plan) => Closed + plan;

    /// <summary>An open loop in the words of a request.</summary>
    /// <param name="plan">The loop.</param>
    public static string Text(OpenLoopPlan plan) => Open + plan;

    /// <summary>The same, for the work that is done in its window instead of the times that it takes.</summary>
    /// <param name="plan">The loop.</param>
    public static string TextOfFixedRate(OpenLoopPlan plan) => FixedRate + plan;

    /// <summary>Workers that pause after each operation, in the words of a request.</summary>
    /// <param name="window">How long they are counted.</param>
    public static string Text(TimeSpan window) => FormattableString.Invariant($"{Paced}{window.TotalMilliseconds}");

    /// <summary>Drives a fresh instance of a state.</summary>
    /// <param name="entry">The state.</param>
    /// <param name="text">The loop.</param>
    /// <param name="create">Makes the instance, where it is not just what the entry makes.</param>
    /// <exception cref="FormatException">It is no loop.</exception>
    /// <exception cref="Exception">Whatever the state threw, as it threw it, or that it hung.</exception>
    public static LatencyReply Run(StateEntry entry, string? text, Func<IKeyedState>? create = null)
    {
        var launch = new LatencyLaunch(entry, Scenario.GoByExample, create);
        if (text?.StartsWith(Closed, StringComparison.Ordinal) == true)
        {
            return new() { Closed = LatencyForms.Of(launch.Run(ClosedLoopPlan.Parse(text[Closed.Length..]))) };
        }

        if (text?.StartsWith(Paced, StringComparison.Ordinal) == true)
        {
            return new() { Paced = LatencyForms.Of(launch.RunPaced(Window(text[Paced.Length..]))) };
        }

        if (text?.StartsWith(FixedRate, StringComparison.Ordinal) == true)
        {
            return new() { Paced = LatencyForms.Of(launch.Run(OpenLoopPlan.Parse(text[FixedRate.Length..])).Done) };
        }

        if (text?.StartsWith(Open, StringComparison.Ordinal) != true)
        {
            throw new FormatException("This is no loop.");
        }

        var plan = OpenLoopPlan.Parse(text[Open.Length..]);
        var outcome = launch.Run(plan);
        return plan.Rate is { } rate
            ? new() { Open = LatencyForms.Of(outcome, rate) }
            : new() { Capacity = outcome.Served / outcome.Window.TotalSeconds };
    }

    private static TimeSpan Window(string text) => double.Parse(text, CultureInfo.InvariantCulture) is > 0 and < LongestWindow and var milliseconds
        ? TimeSpan.FromMilliseconds(milliseconds)
        : throw new FormatException("A window is a number of milliseconds.");
}
