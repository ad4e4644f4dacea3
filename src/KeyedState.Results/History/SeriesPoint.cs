namespace KeyedState.Results;

/// <summary>One run's figure in a series.</summary>
/// <param name="Run">The run's place in the history, from 0.</param>
/// <param name="Time">Nanoseconds for an operation: the figure over the run's launches, with its interval.</param>
/// <param name="Launches">The same of each launch.</param>
public sealed record SeriesPoint(int Run, Estimate Time, IReadOnlyList<double> Launches)
{
    /// <summary>The figure beside the others of its run: without what moved all states of the run together.</summary>
    /// <param name="level">How many times as long as usual all states took; above 0.</param>
    public SeriesPoint Beside(double level) => new(
        Run,
        Time with { Center = Time.Center / level, Lower = Time.Lower / level, Upper = Time.Upper / level },
        [.. Launches.Select(time => time / level)]);
}
