using System.Text.Json.Serialization;

namespace KeyedState.Results;

/// <summary>Callers of a scenario that do the same.</summary>
/// <param name="Name">What they are, in the plural: "readers".</param>
/// <param name="Operation">The operation that they make, such as "read".</param>
/// <param name="Workers">How many there are.</param>
/// <param name="Writes">The share of their operations that writes, where it is drawn for each; null where all do the same.</param>
public sealed record StoredRole(
    string Name,
    string Operation,
    int Workers,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] double? Writes = null);
