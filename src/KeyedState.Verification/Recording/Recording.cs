namespace KeyedState.Verification;

/// <summary>What was recorded of a state.</summary>
/// <param name="History">Every operation that was called, those without an answer included.</param>
/// <param name="Violations">What was wrong by itself: operations that threw, and operations that were not answered.</param>
public sealed record Recording(History History, IReadOnlyList<Violation> Violations);
