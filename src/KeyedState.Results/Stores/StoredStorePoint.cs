using System.Text.Json.Serialization;

namespace KeyedState.Results;

/// <summary>What callers of a server completed who all wrote over one connection.</summary>
/// <param name="Callers">How many callers there were.</param>
/// <param name="Depth">How many writes each sent before it waited for the first answer.</param>
/// <param name="Operations">How many writes were answered in the measured part.</param>
/// <param name="Seconds">How long that was.</param>
/// <param name="ClientSeconds">What the callers' process had of the processors in it.</param>
/// <param name="EngineSeconds">What the engine's process had.</param>
public sealed record StoredStorePoint(int Callers, int Depth, long Operations, double Seconds, double ClientSeconds, double EngineSeconds)
{
    private const int Most = 1_000_000;
    private const double MostSeconds = 1e7;

    /// <summary>Whether it can be what was measured.</summary>
    [JsonIgnore]
    public bool IsPossible =>
        Callers is >= 1 and <= Most && Depth is >= 1 and <= Most && Operations is >= 0 and <= long.MaxValue >> 8
        && Seconds is > 0 and <= MostSeconds && ClientSeconds is >= 0 and <= MostSeconds && EngineSeconds is >= 0 and <= MostSeconds;
}
