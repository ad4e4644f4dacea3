namespace KeyedState.Regression;

/// <summary>What a run of the gate is asked.</summary>
/// <param name="States">
/// The states to compare; empty for all but those that both builds leave to the full suite and the change does not touch.
/// </param>
/// <param name="Touched">The names of the states that the change touches, as far as that is known.</param>
/// <param name="Time">How long the whole run may take, since it began to build.</param>
/// <param name="Planted">By how many times a delay is to slow the head's states down, so that a gate which does not see can be told; 1 for no delay.</param>
public sealed record GateQuestion(IReadOnlyList<string> States, IReadOnlySet<string> Touched, GateTime Time, double Planted = 1)
{
    /// <summary>How long a run takes that is asked nothing else.</summary>
    public static TimeSpan UsualTime { get; } = TimeSpan.FromMinutes(6);
}
