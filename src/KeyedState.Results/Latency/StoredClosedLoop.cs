using System.Text.Json.Serialization;

namespace KeyedState.Results;

/// <summary>A closed loop of a launch.</summary>
/// <param name="Seconds">How long the measured part was.</param>
/// <param name="RampUpSeconds">How long the workers ran before it.</param>
/// <param name="Steady">Whether they were steady by then, and each had completed something.</param>
/// <param name="Roles">The roles, in the scenario's order.</param>
public sealed record StoredClosedLoop(double Seconds, double RampUpSeconds, bool Steady, IReadOnlyList<StoredClosedRole> Roles)
{
    private const double LongestSeconds = 1e6;

    /// <summary>Whether it can be what a loop measured.</summary>
    [JsonIgnore]
    public bool IsPossible =>
        this is { Seconds: > 0 and <= LongestSeconds, RampUpSeconds: >= 0 and <= LongestSeconds, Roles.Count: > 0 }
        && Roles.All(role => role is { IsPossible: true });
}
