using System.Text.Json.Serialization;

namespace KeyedState.Results;

/// <summary>What the same tasks did in Go, between the launches of the states.</summary>
/// <param name="Version">What <c>go version</c> printed; null where there is no Go.</param>
/// <param name="AbsentBecause">Why there are no launches, or no more than these, as a sentence; null where all were made.</param>
/// <param name="Launches">The launches, in the order in which they ran.</param>
public sealed record StoredGo(string? Version, string? AbsentBecause, IReadOnlyList<StoredGoLaunch> Launches)
{
    /// <summary>Whether each launch can have been made, and none was made twice.</summary>
    [JsonIgnore]
    public bool IsPossible =>
        Launches.All(launch => launch.IsPossible) && Launches.DistinctBy(launch => (launch.Design, launch.Paced, launch.Round)).Count() == Launches.Count;
}
