namespace KeyedState.Results;

/// <summary>A known change of what runs were made on or under. No change point is sought across it.</summary>
/// <param name="FirstAfter">The first run under the new conditions, as a place in the history.</param>
/// <param name="Differences">What changed.</param>
public sealed record ConditionChange(int FirstAfter, IReadOnlyList<RunDifference> Differences);
