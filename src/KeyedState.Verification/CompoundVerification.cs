namespace KeyedState.Verification;

/// <summary>Verifies the capabilities of a state.</summary>
internal static class CompoundVerification
{
    // Some seconds. Bursts of a few operations take some hundred steps each.
    private const long Steps = 2_000_000;

    /// <summary>Verifies what a state offers; ends with the first pattern that shows something wrong.</summary>
    /// <param name="state">The state; nothing else uses it meanwhile.</param>
    /// <param name="operations">How many plain reads and writes there are; each capability has a share of that.</param>
    /// <param name="seed">What the workers' keys, amounts and kinds of operation are drawn from.</param>
    /// <param name="patience">How long nothing may happen until operations under way count as never answered.</param>
    /// <param name="before">How many operations have been verified before.</param>
    public static VerificationOutcome Verify(IKeyedState state, int operations, int seed, TimeSpan patience, long before)
    {
        var count = before;
        var undecided = 0;
        foreach (var recording in CompoundRecorder.Record(state, CompoundPatternMix.For(state, operations), seed, patience))
        {
            count += recording.History.Count;
            var verdict = Judge(recording);
            undecided += verdict.Decision == Decision.Unknown ? 1 : 0;
            Violation[] violations = [.. verdict.Violation is { } violation ? [violation] : Array.Empty<Violation>(), .. recording.Violations];
            if (violations.Length > 0)
            {
                return new VerificationOutcome(count, violations) { Undecided = undecided };
            }
        }

        return new VerificationOutcome(count, []) { Undecided = undecided };
    }

    private static Verdict Judge(CompoundRecording recording)
    {
        if (CodeChecker.Check(recording.History, recording.Runs) is { } violation)
        {
            return Verdict.Not(violation);
        }

        var exact = recording.Pattern.ValuesRecur ? Verdict.Unknown : CompoundChecker.Check(recording.History);
        return exact.Decision == Decision.Unknown ? MapSpecification.Search(recording.History, Steps) : exact;
    }
}
