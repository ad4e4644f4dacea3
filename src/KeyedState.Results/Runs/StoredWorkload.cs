namespace KeyedState.Results;

/// <summary>What the workers of a run did.</summary>
/// <param name="Name">The workload's name.</param>
/// <param name="Readers">How many workers only read.</param>
/// <param name="Writers">How many workers only write.</param>
/// <param name="Keys">How many keys there were.</param>
/// <param name="Values">How many values there were.</param>
/// <param name="Seed">The seed of the keys and values.</param>
public sealed record StoredWorkload(string Name, int Readers, int Writers, int Keys, int Values, int Seed);
