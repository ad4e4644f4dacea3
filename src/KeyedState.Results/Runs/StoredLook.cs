namespace KeyedState.Results;

/// <summary>How a run took one look.</summary>
/// <param name="Look">Which look.</param>
/// <param name="Launches">How many launches each state was to have.</param>
/// <param name="Settings">What the launches ran under, such as environment variables and the affinity, as lines for people.</param>
/// <param name="AbsentBecause">Why the look was not taken; null when it was.</param>
public sealed record StoredLook(Look Look, int Launches, IReadOnlyList<string> Settings, string? AbsentBecause);
