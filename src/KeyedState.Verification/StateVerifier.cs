namespace KeyedState.Verification;

/// <summary>
/// Verifies a state: records what many callers see of it, and decides whether one register a key explains it. Then it does the same with
/// the operations of every capability that the state offers, and a map; and last with additions to keys that are made by them.
/// </summary>
/// <remarks>
/// It can only tell what happened. That it finds nothing says that no violation came about in this history, on this machine.
/// </remarks>
public static class StateVerifier
{
    /// <summary>Verifies a fresh state with every kind of pattern.</summary>
    /// <param name="state">The state, never used before; the caller disposes of it, unless it hung.</param>
    /// <param name="operations">How many plain reads and writes to record, at least; a share of these for each capability comes on top.</param>
    /// <param name="seed">What the workers' keys and kinds of operation are drawn from.</param>
    /// <param name="patience">How long nothing may happen until operations under way count as never answered.</param>
    public static VerificationOutcome Verify(IKeyedState state, int operations, int seed, TimeSpan patience)
    {
        var recording = Recorder.Record(state, CallPatternMix.For(operations), seed, patience);
        var found = RegisterChecker.Check(recording.History);
        var plain = new VerificationOutcome(recording.History.Count, found is null ? recording.Violations : [found, .. recording.Violations]);

        // A state that can't read and write says nothing new about itself with more.
        if (plain.Violations.Count > 0)
        {
            return plain;
        }

        var known = CompoundVerification.Verify(state, operations, seed, patience, plain.Operations);
        if (known.Violations.Count > 0 || state is not IAtomicAdd adding)
        {
            return known;
        }

        return CreationRace.Run(adding, operations, patience) is { } lost ? known with { Violations = [lost] } : known;
    }
}
