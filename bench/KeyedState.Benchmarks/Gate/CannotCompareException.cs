namespace KeyedState.Benchmarks.Gate;

/// <summary>There is nothing that the head could be compared with, through no fault of the call: the base is not in this clone, or is older than the program.</summary>
/// <param name="message">What is missing and what to do, on one line.</param>
internal sealed class CannotCompareException(string message) : Exception(message);
