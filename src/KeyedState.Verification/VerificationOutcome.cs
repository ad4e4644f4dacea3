namespace KeyedState.Verification;

/// <summary>What a verification found.</summary>
/// <param name="Operations">How many operations were recorded and checked; additions to keys that they made are not among them.</param>
/// <param name="Violations">What was wrong; empty when nothing.</param>
public sealed record VerificationOutcome(long Operations, IReadOnlyList<Violation> Violations)
{
    /// <summary>Of how many patterns nothing could be said, because a search for an order took too many steps.</summary>
    public int Undecided { get; init; }

    /// <summary>What was wrong, as text of several lines; null when nothing.</summary>
    public string? Explanation => Violations.Count == 0 ? null : string.Join('\n', Violations);
}
