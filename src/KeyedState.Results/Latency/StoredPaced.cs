using System.Text.Json.Serialization;

namespace KeyedState.Results;

/// <summary>What a launch did when its tasks were paced, in both ways.</summary>
/// <param name="Original">As the original program paces: each task pauses for a millisecond after every operation.</param>
/// <param name="FixedRate">Each task has an operation due every millisecond, whether or not it is done with the one before.</param>
public sealed record StoredPaced(StoredPacedLoop Original, StoredPacedLoop FixedRate)
{
    /// <summary>The pause after each operation, and the time from each that is due to the next, in seconds.</summary>
    public const double Pause = 0.001;

    /// <summary>Whether it can be what a launch did.</summary>
    [JsonIgnore]
    public bool IsPossible => Original.IsPossible && FixedRate.IsPossible;
}
