namespace KeyedState.Results;

/// <summary>A state of a stores run.</summary>
/// <param name="State">What it declared.</param>
/// <param name="Promise">What it promises beyond the process; null for a state in the process and for a limit.</param>
public sealed record StoredStore(StoredState State, StoredPromise? Promise);
