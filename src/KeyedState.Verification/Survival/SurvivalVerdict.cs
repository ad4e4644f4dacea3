namespace KeyedState.Verification;

/// <summary>What outlived an engine that was killed.</summary>
/// <param name="Acknowledged">How many writes were acknowledged.</param>
/// <param name="Unanswered">How many were begun and not acknowledged, which may be there or not.</param>
/// <param name="Lost">How many acknowledged ones are not there: neither is their value, nor that of a later write of the key.</param>
/// <param name="Wrong">The first value that nobody wrote to its key, in a sentence; null where there is none.</param>
public sealed record SurvivalVerdict(long Acknowledged, long Unanswered, long Lost, string? Wrong);
