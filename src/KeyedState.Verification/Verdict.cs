namespace KeyedState.Verification;

/// <summary>What a checker says of a history.</summary>
/// <param name="Decision">What is known of it.</param>
/// <param name="Violation">What shows that it isn't linearizable; null when nothing does.</param>
public sealed record Verdict(Decision Decision, Violation? Violation)
{
    /// <summary>An order of effects explains the history.</summary>
    public static Verdict Linearizable { get; } = new(Decision.Linearizable, null);

    /// <summary>It isn't known whether one does.</summary>
    public static Verdict Unknown { get; } = new(Decision.Unknown, null);

    /// <summary>No order of effects explains the history.</summary>
    public static Verdict Not(Violation violation) => new(Decision.NotLinearizable, violation);
}
