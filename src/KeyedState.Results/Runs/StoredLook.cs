using System.Text.Json.Serialization;

namespace KeyedState.Results;

/// <summary>How a run took one look.</summary>
/// <param name="Look">Which look.</param>
/// <param name="Placement">Where its launches ran and under what.</param>
/// <param name="Protocol">How each of them drove its state.</param>
/// <param name="Launches">How many launches each state was to have.</param>
/// <param name="AbsentBecause">Why the look was not taken; null when it was.</param>
/// <param name="Core">The core that its launches were bound to; null where they were not, or the run does not say.</param>
public sealed record StoredLook(
    Look Look,
    StoredPlacement Placement,
    StoredProtocol Protocol,
    int Launches,
    string? AbsentBecause,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Core = null);
