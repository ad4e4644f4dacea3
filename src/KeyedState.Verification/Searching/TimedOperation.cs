namespace KeyedState.Verification;

/// <summary>An operation and the two instants between which it took effect.</summary>
/// <typeparam name="TOperation">The operation.</typeparam>
/// <param name="Operation">The operation, with what was seen of its answer.</param>
/// <param name="Called">A stamp from before the call.</param>
/// <param name="Returned">A stamp from after the response; <see cref="Verification.Operation.Never"/> when there was none. It need not have taken effect then.</param>
public readonly record struct TimedOperation<TOperation>(TOperation Operation, long Called, long Returned);
