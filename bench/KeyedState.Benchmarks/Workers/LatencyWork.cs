using KeyedState.Harness;
using KeyedState.Regression;

namespace KeyedState.Benchmarks.Workers;

/// <summary>What a worker does when it is asked for a loop.</summary>
internal static class LatencyWork
{
    private const string Closed = "closed ";
    private const string Open = "open ";

    /// <summary>A closed loop in the words of a request.</summary>
    /// <param name="plan">The loop.</param>
    public static string Text(ClosedLoopPlan plan) => Closed + plan;

    /// <summary>An open loop in the words of a request.</summary>
    /// <param name="plan">The loop.</param>
    public static string Text(OpenLoopPlan plan) => Open + plan;

    /// <summary>Drives a fresh instance of a state.</summary>
    /// <param name="entry">The state.</param>
    /// <param name="text">The loop.</param>
    /// <exception cref="FormatException">It is no loop.</exception>
    /// <exception cref="Exception">Whatever the state threw, as it threw it, or that it hung.</exception>
    public static LatencyReply Run(StateEntry entry, string? text)
    {
        var launch = new LatencyLaunch(entry, Scenario.GoByExample);
        if (text?.StartsWith(Closed, StringComparison.Ordinal) == true)
        {
            return new() { Closed = LatencyForms.Of(launch.Run(ClosedLoopPlan.Parse(text[Closed.Length..]))) };
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
}
