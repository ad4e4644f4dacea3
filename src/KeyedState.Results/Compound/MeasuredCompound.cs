namespace KeyedState.Results;

/// <summary>A place's newest run of the compound suite.</summary>
/// <param name="Analysis">Its figures.</param>
/// <param name="ChangedSince">The names of the states whose source has changed since the run; null where that is not known.</param>
public sealed record MeasuredCompound(CompoundAnalysis Analysis, IReadOnlySet<string>? ChangedSince);
