using System.Text.Json.Serialization;

namespace KeyedState.Results;

/// <summary>What the callers of a run did.</summary>
/// <param name="Name">The scenario's name.</param>
/// <param name="Roles">The roles, in the order in which pages name them.</param>
/// <param name="Keys">How many keys there were.</param>
/// <param name="KeysFilled">Whether every key had a value before the first operation.</param>
/// <param name="DistinctKeys">How many different keys one iteration touches, at most.</param>
/// <param name="Values">How many different values were written.</param>
/// <param name="Seed">The seed of the keys and values.</param>
/// <param name="Distribution">How often each key was drawn, such as "Zipf"; null where all were drawn alike.</param>
/// <param name="OwnThreads">True where each caller had a thread of its own; null where they were tasks of the thread pool.</param>
public sealed record StoredScenario(
    string Name,
    IReadOnlyList<StoredRole> Roles,
    int Keys,
    bool KeysFilled,
    int DistinctKeys,
    int Values,
    int Seed,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Distribution = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] bool? OwnThreads = null);
