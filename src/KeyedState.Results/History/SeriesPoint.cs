namespace KeyedState.Results;

/// <summary>One run's figure in a series.</summary>
/// <param name="Run">The run's place in the history, from 0.</param>
/// <param name="Time">Nanoseconds for an operation: the figure over the run's launches, with its interval.</param>
/// <param name="Launches">The same of each launch.</param>
public sealed record SeriesPoint(int Run, Estimate Time, IReadOnlyList<double> Launches);
