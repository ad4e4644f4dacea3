using System.Text.Json.Serialization;

namespace KeyedState.Results;

/// <summary>One kill of a state's engine in the middle of its writers, and what was there after the next start.</summary>
/// <param name="State">The state's name.</param>
/// <param name="Number">The kill's number, from 0.</param>
/// <param name="AfterMilliseconds">When it came, from when every writer had been answered once.</param>
/// <param name="Acknowledged">How many writes were acknowledged.</param>
/// <param name="Unanswered">How many were under way, which may be there or not.</param>
/// <param name="Lost">How many acknowledged writes are not there.</param>
/// <param name="Wrong">What was there that nobody wrote, or why nothing could be judged, in a sentence; null where nothing was wrong.</param>
public sealed record StoredKill(
    string State,
    int Number,
    double AfterMilliseconds,
    long Acknowledged,
    long Unanswered,
    long Lost,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Wrong = null);
