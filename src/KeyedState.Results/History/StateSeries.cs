namespace KeyedState.Results;

/// <summary>A state in one look over the runs of a history.</summary>
/// <param name="State">What the state declared in the newest run that lists it.</param>
/// <param name="Look">The look.</param>
/// <param name="Points">Its figures, in order of runs; runs in which it has none are missing.</param>
/// <param name="ChangePoints">Where it changed, in order of runs.</param>
public sealed record StateSeries(StoredState State, Look Look, IReadOnlyList<SeriesPoint> Points, IReadOnlyList<ChangePoint> ChangePoints);
