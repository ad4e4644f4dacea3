namespace KeyedState.Verification;

/// <summary>What the code of an exclusive update saw when it ran.</summary>
/// <param name="Times">How many times it was started.</param>
/// <param name="Given">The value that it was given first.</param>
/// <param name="Begin">A stamp from within the code, when it had begun.</param>
/// <param name="End">A stamp from within the code, before it ended; <see cref="Operation.Never"/> when it hasn't.</param>
public readonly record struct CodeRun(int Times, int Given, long Begin, long End);
