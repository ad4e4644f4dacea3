using System.Text.Json.Serialization;

namespace KeyedState.Results;

/// <summary>An open loop of a launch.</summary>
/// <param name="Rate">Arrivals per second, as planned.</param>
/// <param name="Scheduled">How many operations were due in the window.</param>
/// <param name="Served">How many of them had been served when it ended.</param>
/// <param name="Growth">By how many operations the backlog grew over the window.</param>
/// <param name="Share">The share of the launch's own capacity that this is; null for a rate that all states have.</param>
/// <param name="Response">The response times of each role in the scenario's order, as a histogram's text; null where the load was not reached.</param>
/// <param name="Service">The service times of all roles; null where the load was not reached.</param>
public sealed record StoredOpenLoop(
    double Rate,
    long Scheduled,
    long Served,
    double Growth,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] double? Share = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<string>? Response = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Service = null)
{
    /// <summary>Whether the load was reached.</summary>
    [JsonIgnore]
    public bool IsReached => LatencyJudgement.IsReached(Scheduled, Served, Growth);

    /// <summary>Whether it can be what a loop measured.</summary>
    [JsonIgnore]
    public bool IsPossible =>
        this is { Rate: > 0 and <= HighestRate, Share: null or (> 0 and <= MostShare), Scheduled: >= 0 and <= (long)StoredClosedRole.Most, Served: >= 0 }
        && Served <= Scheduled
        && Math.Abs(Growth) <= StoredClosedRole.Most
        && (IsReached, Response, Service) switch
        {
            (false, null, null) => true,
            (true, { Count: > 0 } response, { } service) => response.Append(service).All(text => text is not null && HistogramText.Read(text) is not null),
            _ => false,
        };

    internal const double HighestRate = 1e12;
    internal const double MostShare = 10;
}
