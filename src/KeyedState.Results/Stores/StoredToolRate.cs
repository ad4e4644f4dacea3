using System.Text.Json.Serialization;

namespace KeyedState.Results;

/// <summary>What a server's own tool for measuring it got done, with the write of the curves' callers.</summary>
/// <param name="Connections">How many connections it had.</param>
/// <param name="Pipeline">How many writes it sent on each before it waited for the answers.</param>
/// <param name="Rate">How many writes were answered a second.</param>
public sealed record StoredToolRate(int Connections, int Pipeline, double Rate)
{
    private const int Most = 1_000_000;
    private const double MostRate = 1e12;

    /// <summary>Whether it can be what was measured.</summary>
    [JsonIgnore]
    public bool IsPossible => Connections is >= 1 and <= Most && Pipeline is >= 1 and <= Most && Rate is > 0 and <= MostRate;
}
