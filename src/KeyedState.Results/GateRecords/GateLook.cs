using System.Text.Json.Serialization;

namespace KeyedState.Results;

/// <summary>How the gate took a look.</summary>
/// <param name="Look">The look.</param>
/// <param name="Threshold">The ratio above 1 that it was asked to see.</param>
/// <param name="Unimportant">The ratio above 1 up to which no alarm is raised.</param>
/// <param name="AbsentBecause">Why the look was not taken; null when it was.</param>
/// <param name="FirstRound">How many pairs of launches its first round had; 0 where none was planned.</param>
/// <param name="SliceMilliseconds">How long its slices were, in milliseconds.</param>
/// <param name="SecondRound">How many pairs of launches its second round could have.</param>
/// <param name="Rate">How many operations a second were due in its slices; null where a slice was fixed work.</param>
public sealed record GateLook(
    [property: JsonConverter(typeof(GateLookConverter))] Look Look,
    double Threshold,
    double Unimportant,
    string? AbsentBecause,
    int FirstRound = 0,
    double SliceMilliseconds = 0,
    int SecondRound = 0,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] double? Rate = null);
