using System.Text.Json.Serialization;

namespace KeyedState.Results;

/// <summary>What tasks that are paced did in a window.</summary>
/// <param name="Operations">How many operations they completed together.</param>
/// <param name="Seconds">How long the window was.</param>
/// <param name="CpuSeconds">What the process used of the cores meanwhile.</param>
public sealed record StoredPacedLoop(long Operations, double Seconds, double CpuSeconds)
{
    private const double LongestSeconds = 1e6;
    private const double ShortestSeconds = 1e-6;

    /// <summary>Operations per second.</summary>
    [JsonIgnore]
    public double Rate => Operations / Seconds;

    /// <summary>Seconds of a core for each second.</summary>
    [JsonIgnore]
    public double Cpu => CpuSeconds / Seconds;

    /// <summary>Whether it can be what a window held.</summary>
    [JsonIgnore]
    public bool IsPossible =>
        this is { Operations: >= 0 and <= (long)StoredClosedRole.Most, Seconds: >= ShortestSeconds and <= LongestSeconds, CpuSeconds: >= 0 and <= LongestSeconds }
        && Rate <= StoredOpenLoop.HighestRate;
}
