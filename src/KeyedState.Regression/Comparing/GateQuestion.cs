namespace KeyedState.Regression;

/// <summary>What a run of the gate is asked.</summary>
/// <param name="States">The states to compare; empty for all but those that both builds leave to the full suite.</param>
/// <param name="Touched">The names of the states that the change touches, as far as that is known.</param>
/// <param name="Started">When the gate began to build, by <see cref="System.Diagnostics.Stopwatch"/>.</param>
/// <param name="Time">How long the whole run is to take from then.</param>
public sealed record GateQuestion(IReadOnlyList<string> States, IReadOnlySet<string> Touched, long Started, TimeSpan Time)
{
    /// <summary>How long a run takes that is asked nothing else.</summary>
    public static TimeSpan UsualTime { get; } = TimeSpan.FromMinutes(6);
}
