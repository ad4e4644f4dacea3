namespace KeyedState.Results;

/// <summary>What a state promises beyond the process of its callers, as it declared it when the run was made.</summary>
/// <param name="SurvivesProcess">Whether acknowledged writes outlive the engine's own process.</param>
/// <param name="SurvivesSystem">Whether they outlive a crash of the operating system.</param>
/// <param name="SurvivesPowerCut">Whether they outlive a power cut.</param>
/// <param name="ReachableBy">Who else can read and write the keys, as a phrase.</param>
/// <param name="Acknowledged">What is known when a write is acknowledged, as a clause.</param>
/// <param name="Settings">The engine's settings that decide this.</param>
/// <param name="HasKeysInside">Whether some keys are in the callers' own process.</param>
/// <param name="Limit">The name of the limit whose write does only what a single write can't do without; null where none is that.</param>
public sealed record StoredPromise(
    bool SurvivesProcess, bool SurvivesSystem, bool SurvivesPowerCut, string ReachableBy, string Acknowledged, string Settings, bool HasKeysInside = false, string? Limit = null);
