namespace KeyedState.Benchmarks.Gate;

/// <summary>A build that was to be compared does not build.</summary>
/// <param name="message">Which, and its first error, on one line.</param>
internal sealed class BuildFailedException(string message) : Exception(message);
