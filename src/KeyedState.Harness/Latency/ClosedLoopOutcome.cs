namespace KeyedState.Harness;

/// <summary>What a closed loop measured.</summary>
/// <param name="Window">How long the measured part was.</param>
/// <param name="RampUp">How long the workers ran before it.</param>
/// <param name="Steady">Whether they were steady by then.</param>
/// <param name="TimedOneIn">Of how many operations one was timed, on average.</param>
/// <param name="Roles">The roles, in the scenario's order.</param>
public sealed record ClosedLoopOutcome(TimeSpan Window, TimeSpan RampUp, bool Steady, int TimedOneIn, IReadOnlyList<ClosedLoopRole> Roles);
