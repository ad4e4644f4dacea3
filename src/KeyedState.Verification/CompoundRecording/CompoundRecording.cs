namespace KeyedState.Verification;

/// <summary>What was recorded of a pattern.</summary>
/// <param name="Pattern">The pattern.</param>
/// <param name="History">Every operation that was called, those without an answer included.</param>
/// <param name="Runs">For each of them what the code of an update saw; nothing for other operations.</param>
/// <param name="Violations">What was wrong by itself: operations that threw, and operations that were not answered.</param>
public sealed record CompoundRecording(CompoundPattern Pattern, CompoundHistory History, IReadOnlyList<CodeRun> Runs, IReadOnlyList<Violation> Violations);
