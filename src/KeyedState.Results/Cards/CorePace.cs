namespace KeyedState.Results;

/// <summary>How fast one core works.</summary>
/// <param name="Core">The core's number.</param>
/// <param name="Nanoseconds">What a step of fixed work takes: a multiplication that waits for the one before.</param>
public sealed record CorePace(int Core, double Nanoseconds);
