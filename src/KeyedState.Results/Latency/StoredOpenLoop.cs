using System.Text.Json.Serialization;

namespace KeyedState.Results;

/// <summary>An open loop of a launch.</summary>
/// <param name="Rate">Arrivals per second, as planned.</param>
/// <param name="Scheduled">How many operations were due in the window.</param>
/// <param name="Served">How many of them were served in time.</param>
/// <param name="Answered">How many of them were served at all, while the loop waited for them.</param>
/// <param name="Growth">By how many operations the backlog grew over the window.</param>
/// <param name="Share">The share of the launch's own capacity that this is; null for a rate that all states have.</param>
/// <param name="Response">The response times of each role in the scenario's order, as a histogram's text; null where the load was not reached.</param>
/// <param name="Service">The service times of all roles; null where the load was not reached.</param>
public sealed record StoredOpenLoop(
    double Rate,
    long Scheduled,
    long Served,
    long Answered,
    double Growth,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] double? Share = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<string>? Response = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Service = null)
{
    /// <summary>Whether the load was reached.</summary>
    [JsonIgnore]
    public bool IsReached => LatencyJudgement.IsReached(Scheduled, Served, Answered, Growth);

    /// <summary>Whether it can be what a loop measured.</summary>
    [JsonIgnore]
    public bool IsPossible =>
        this is { Rate: > 0 and <= HighestRate, Share: null or (> 0 and <= MostShare), Scheduled: >= 0 and <= (long)StoredClosedRole.Most, Served: >= 0 }
        && Served <= Answered
        && Answered <= Scheduled
        && Math.Abs(Growth) <= StoredClosedRole.Most
        && (IsReached, Response, Service) switch
        {
            (false, null, null) => true,
            (true, { Count: > 0 } response, { } service) => Times(response) == Scheduled && Times([service]) == Scheduled,
            _ => false,
        };

    // None, where one of them is no histogram.
    private static long? Times(IEnumerable<string> texts) => texts.Aggregate((long?)0, (all, text) => all + (text is null ? null : HistogramText.Read(text)?.Count));

    internal const double HighestRate = 1e12;
    internal const double MostShare = 10;
}
