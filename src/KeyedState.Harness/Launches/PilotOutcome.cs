namespace KeyedState.Harness;

/// <summary>What a pilot found out about a state.</summary>
/// <param name="Work">The work that fills the window.</param>
/// <param name="NanosecondsPerOperation">The time of an operation in the fastest iteration.</param>
/// <param name="Window">How long an iteration is to take.</param>
public sealed record PilotOutcome(FixedWork Work, double NanosecondsPerOperation, TimeSpan Window);
