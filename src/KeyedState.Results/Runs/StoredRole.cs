namespace KeyedState.Results;

/// <summary>Callers of a scenario that do the same.</summary>
/// <param name="Name">What they are, in the plural: "readers".</param>
/// <param name="Operation">The operation that they make, such as "read".</param>
/// <param name="Workers">How many there are.</param>
public sealed record StoredRole(string Name, string Operation, int Workers);
