using KeyedState.Benchmarks.Environments.Cards;
using KeyedState.Harness;
using KeyedState.Results;

namespace KeyedState.Benchmarks.Launches;

/// <summary>Turns what the harness saw of a state into a launch's note.</summary>
internal static class LaunchNotes
{
    /// <summary>The note of a launch.</summary>
    /// <param name="launch">The launch.</param>
    /// <param name="scenario">What its workers did.</param>
    /// <param name="error">What ended it early, in one line; null when nothing did.</param>
    public static LaunchNote Of(StateLaunch launch, Scenario scenario, string? error = null)
    {
        return new()
        {
            Error = error,
            WarmupSeconds = launch.WarmedUp.Took.TotalSeconds,
            CompilerQuiet = launch.WarmedUp.CompilerQuiet,
            ProcessorCount = Environment.ProcessorCount,
            ThreadMasks = ThreadMasks.Read(SystemFiles.OfThisMachine),
            PeakPoolThreads = launch.PeakPoolThreads,
            Observations =
            [
                Observe(Metric.Time, iteration => iteration.Outcome.Time.TotalNanoseconds),
                .. scenario.Roles.Select((role, index) => Observe(Metric.EndOf(role.Name), iteration => iteration.Outcome.RoleEnds[index].TotalNanoseconds)),
                Observe(Metric.Allocated, iteration => iteration.Counted.AllocatedBytes),
                Observe(Metric.Gen0, iteration => iteration.Counted.Gen0),
                Observe(Metric.Gen1, iteration => iteration.Counted.Gen1),
                Observe(Metric.Gen2, iteration => iteration.Counted.Gen2),
                Observe(Metric.Paused, iteration => iteration.Counted.Paused.TotalNanoseconds),
                Observe(Metric.WorkItems, iteration => iteration.Counted.WorkItems),
                Observe(Metric.LockContentions, iteration => iteration.Counted.LockContentions),
                .. launch.Iterations.Any(iteration => iteration.Counted.Retries > 0) ? [Observe(Metric.Retries, iteration => iteration.Counted.Retries)] : Array.Empty<Observation>(),
                .. ObserveIfKnown(Metric.CoresBefore, iteration => iteration.CoresBefore),
                .. ObserveIfKnown(Metric.CoresAfter, iteration => iteration.CoresAfter),
                .. ObserveIfKnown(Metric.PaceBefore, iteration => iteration.PaceBefore),
                .. ObserveIfKnown(Metric.PaceAfter, iteration => iteration.PaceAfter),
            ],
        };

        IEnumerable<Observation> ObserveIfKnown(Metric metric, Func<LaunchIteration, double?> value) =>
            launch.Iterations.All(iteration => value(iteration) is not null) ? [Observe(metric, iteration => value(iteration)!.Value)] : [];

        Observation Observe(Metric metric, Func<LaunchIteration, double> value) => new(metric.Name, [.. launch.Iterations.Select(value)]);
    }
}
