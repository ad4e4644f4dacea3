namespace KeyedState.Harness;

/// <summary>What a checking pass found.</summary>
/// <param name="Operations">How many operations it made.</param>
/// <param name="Violation">The first violation in one line; null when there was none.</param>
public sealed record CheckingOutcome(long Operations, string? Violation);
