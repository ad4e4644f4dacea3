namespace KeyedState.Results;

/// <summary>What a state's launches counted, added up over all iterations and looks, so that fractions of a byte are kept.</summary>
/// <param name="launches">A state's launches.</param>
internal sealed class CounterTotals(IReadOnlyCollection<StoredLaunch> launches)
{
    /// <summary>The operations during which the counters ran.</summary>
    public double Operations { get; } = launches.Sum(launch => (double)launch.Operations * launch.Note.Iterations);

    /// <summary>A counter's total; null without launches, and where one of them did not observe it.</summary>
    /// <param name="metric">The counter.</param>
    public double? Of(Metric metric) => launches.Count == 0 || launches.Any(launch => launch.Note.Of(metric).Count == 0)
        ? null
        : launches.Sum(launch => launch.Note.Of(metric).Sum());

    /// <summary>A counter for so many operations; null where there is no total.</summary>
    /// <param name="metric">The counter.</param>
    /// <param name="operations">For each how many operations.</param>
    public Estimate? Per(Metric metric, double operations = 1) =>
        Of(metric) is { } total ? new Estimate(total * operations / Operations, null, null, null, launches.Count) : null;
}
