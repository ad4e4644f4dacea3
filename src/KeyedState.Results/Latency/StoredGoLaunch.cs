using System.Text.Json.Serialization;

namespace KeyedState.Results;

/// <summary>A process of the program in Go.</summary>
/// <param name="Design">One of <see cref="GoDesign"/>.</param>
/// <param name="Paced">Whether each task paused for a millisecond after every operation.</param>
/// <param name="Round">The launch's number, from 0.</param>
/// <param name="ReadOps">How many reads it counted.</param>
/// <param name="WriteOps">How many writes it counted.</param>
/// <param name="Seconds">How long it counted.</param>
/// <param name="CpuSeconds">What it used of the cores meanwhile.</param>
public sealed record StoredGoLaunch(string Design, bool Paced, int Round, long ReadOps, long WriteOps, double Seconds, double CpuSeconds)
{
    /// <summary>Both roles together.</summary>
    [JsonIgnore]
    public StoredPacedLoop Total => new(ReadOps + WriteOps, Seconds, CpuSeconds);

    /// <summary>Whether a process can have counted it.</summary>
    [JsonIgnore]
    public bool IsPossible =>
        this is { Round: >= 0, ReadOps: >= 0 and <= (long)StoredClosedRole.Most, WriteOps: >= 0 and <= (long)StoredClosedRole.Most }
        && GoDesign.All.Contains(Design)
        && Total.IsPossible;
}
