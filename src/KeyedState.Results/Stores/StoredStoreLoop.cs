using System.Text.Json.Serialization;

namespace KeyedState.Results;

/// <summary>A closed loop of a launch of the stores suite.</summary>
/// <param name="Scenario">The scenario's name.</param>
/// <param name="Closed">What the loop measured.</param>
/// <param name="ClientSeconds">What the callers' process had of the processors in the measured part, in seconds.</param>
/// <param name="ClientBytes">What the callers' process allocated in the measured part, in bytes.</param>
/// <param name="EngineSeconds">What the engine's process had; null where it has none of its own.</param>
public sealed record StoredStoreLoop(string Scenario, StoredClosedLoop Closed, double ClientSeconds, double ClientBytes, double? EngineSeconds)
{
    private const double MostSeconds = 1e7;
    private const double MostBytes = 1e15;

    /// <summary>How many operations all roles completed.</summary>
    [JsonIgnore]
    public long Operations => Closed.Roles.Sum(role => role.Operations);

    /// <summary>Whether it can be what a loop measured.</summary>
    [JsonIgnore]
    public bool IsPossible => Closed.IsPossible && ClientSeconds is >= 0 and <= MostSeconds && ClientBytes is >= 0 and <= MostBytes && EngineSeconds is null or (>= 0 and <= MostSeconds);
}
