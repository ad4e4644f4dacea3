using KeyedState.Harness;
using KeyedState.Results;

namespace KeyedState.Benchmarks.Workers;

/// <summary>The stored form of what loops measure.</summary>
internal static class LatencyForms
{
    /// <summary>A closed loop.</summary>
    /// <param name="outcome">What it measured.</param>
    public static StoredClosedLoop Of(ClosedLoopOutcome outcome) => new(
        outcome.Window.TotalSeconds,
        outcome.RampUp.TotalSeconds,
        outcome.Steady,
        [.. outcome.Roles.Select(role => new StoredClosedRole(
            role.Completed.Sum(), Math.Round(role.Fairness, 5), Math.Round(role.SlowestShare, 5), role.LongestGap.TotalNanoseconds, role.TimedOneIn, Of(role.ServiceTimes).ToText()))]);

    /// <summary>An open loop at a rate. What was not reached keeps no times.</summary>
    /// <param name="outcome">What it measured.</param>
    /// <param name="rate">The rate.</param>
    public static StoredOpenLoop Of(OpenLoopOutcome outcome, double rate)
    {
        var loop = new StoredOpenLoop(rate, outcome.Scheduled, outcome.Served, outcome.Answered, Math.Round(outcome.Growth, 2));
        return loop.IsReached
            ? loop with { Response = [.. outcome.ResponseTimes.Select(times => Of(times).ToText())], Service = Of(outcome.ServiceTimes).ToText() }
            : loop;
    }

    /// <summary>Workers that pause after each operation.</summary>
    /// <param name="outcome">What they did.</param>
    public static StoredPacedLoop Of(PacedOutcome outcome) => new(outcome.ReadOps + outcome.WriteOps, outcome.Elapsed.TotalSeconds, outcome.Cpu.TotalSeconds);

    /// <summary>What was done in a window.</summary>
    /// <param name="work">What was done.</param>
    public static StoredPacedLoop Of(WindowWork work) => new(work.Operations, work.Elapsed.TotalSeconds, work.Cpu.TotalSeconds);

    private static LatencyHistogram Of(LatencyRecorder recorder) => LatencyHistogram.Of(recorder.Counts, recorder.Shortest, recorder.Longest, recorder.OutOfRange);
}
