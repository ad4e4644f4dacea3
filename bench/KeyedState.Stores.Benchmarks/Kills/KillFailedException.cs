namespace KeyedState.Stores.Benchmarks.Kills;

/// <summary>A kill that can't be judged.</summary>
/// <param name="message">Why, in one sentence.</param>
internal sealed class KillFailedException(string message) : Exception(message);
