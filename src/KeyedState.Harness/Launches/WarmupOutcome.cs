namespace KeyedState.Harness;

/// <summary>What a warm-up came to.</summary>
/// <param name="Took">How long it took.</param>
/// <param name="CompilerQuiet">Whether the just-in-time compiler came to rest.</param>
/// <param name="NanosecondsPerOperation">The time of an operation in its last iteration; 0 without one.</param>
public readonly record struct WarmupOutcome(TimeSpan Took, bool CompilerQuiet, double NanosecondsPerOperation);
