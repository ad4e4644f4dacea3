using System.Text.Json.Serialization;

namespace KeyedState.Results;

/// <summary>One trial: what was done to one of two silos, and what callers saw.</summary>
/// <param name="State">The state's name.</param>
/// <param name="Disturbance">What was done.</param>
/// <param name="Keys">How many keys had callers.</param>
/// <param name="Acknowledged">How many writes were acknowledged.</param>
/// <param name="Lost">How many of them callers of the other silo did not find again.</param>
/// <param name="KeysLost">On how many keys.</param>
/// <param name="StaleAnswers">How many answers by way of the disturbed silo had been replaced before they were asked for.</param>
/// <param name="LongestStaleSeconds">How long before, at most.</param>
/// <param name="KeysNotLinearizable">On how many keys no order of effects explains all answers.</param>
/// <param name="AnsweredAfterSeconds">How long after the disturbance every key was answered again.</param>
/// <param name="EndedAfterSeconds">How long after it went on the stopped silo ended itself; null for one that was killed.</param>
public sealed record StoredSiloTrial(
    string State,
    SiloDisturbance Disturbance,
    int Keys,
    long Acknowledged,
    long Lost,
    int KeysLost,
    long StaleAnswers,
    double LongestStaleSeconds,
    int KeysNotLinearizable,
    double AnsweredAfterSeconds,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] double? EndedAfterSeconds = null);
