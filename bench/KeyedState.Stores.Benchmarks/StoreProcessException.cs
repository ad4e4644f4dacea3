namespace KeyedState.Stores.Benchmarks;

/// <summary>A process that was to measure or check a state and did not.</summary>
/// <param name="message">What happened, in one line.</param>
/// <param name="cause">The reason; null where the process itself said it.</param>
internal sealed class StoreProcessException(string message, Exception? cause = null) : Exception(message, cause);
