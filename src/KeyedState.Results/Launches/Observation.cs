namespace KeyedState.Results;

/// <summary>What a launch observed of one metric.</summary>
/// <param name="Metric">The metric's name.</param>
/// <param name="Values">A value for each iteration, in the order in which they ran, in the metric's unit.</param>
public sealed record Observation(string Metric, IReadOnlyList<double> Values);
