namespace KeyedState.Verification;

/// <summary>An operation that threw.</summary>
/// <param name="Operation">The operation.</param>
/// <param name="Exception">What it threw.</param>
internal sealed record OperationFailure(Operation Operation, Exception Exception);
