namespace KeyedState.Exploration;

/// <summary>What an exploration ended with.</summary>
/// <param name="Failure">What a schedule did that none may; null if there was none.</param>
/// <param name="Schedules">How many schedules the last strategy explored, the failing one included.</param>
internal sealed record Finding(string? Failure, int Schedules);
