namespace KeyedState.Harness;

/// <summary>What a closed loop measured.</summary>
/// <param name="Window">How long the measured part was.</param>
/// <param name="RampUp">How long the workers ran before it.</param>
/// <param name="Steady">Whether they were steady by then, and each had completed something.</param>
/// <param name="Roles">The roles, in the scenario's order.</param>
/// <param name="Metered">By how much each meter moved that was read at both ends of the measured part.</param>
public sealed record ClosedLoopOutcome(TimeSpan Window, TimeSpan RampUp, bool Steady, IReadOnlyList<ClosedLoopRole> Roles, IReadOnlyList<double> Metered);
