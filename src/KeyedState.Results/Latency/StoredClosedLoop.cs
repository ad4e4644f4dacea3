using System.Text.Json.Serialization;

namespace KeyedState.Results;

/// <summary>A closed loop of a launch.</summary>
/// <param name="Seconds">How long the measured part was.</param>
/// <param name="RampUpSeconds">How long the workers ran before it.</param>
/// <param name="Steady">Whether they were steady by then.</param>
/// <param name="TimedOneIn">Of how many operations one was timed, on average.</param>
/// <param name="Roles">The roles, in the scenario's order.</param>
public sealed record StoredClosedLoop(double Seconds, double RampUpSeconds, bool Steady, int TimedOneIn, IReadOnlyList<StoredClosedRole> Roles)
{
    private const double LongestSeconds = 1e6;

    /// <summary>Whether it can be what a loop measured.</summary>
    [JsonIgnore]
    public bool IsPossible =>
        this is { Seconds: > 0 and <= LongestSeconds, RampUpSeconds: >= 0 and <= LongestSeconds, TimedOneIn: > 0, Roles.Count: > 0 }
        && Roles.All(role => role is { IsPossible: true });
}
