namespace KeyedState.Results;

/// <summary>A state of a run of series.</summary>
/// <param name="State">What it declares, and how many operations of it were checked.</param>
/// <param name="RetainedBytes">How many bytes of the managed heap it keeps for each of 100,000 keys; null where that could not be had.</param>
public sealed record StoredSeriesState(StoredState State, double? RetainedBytes);
