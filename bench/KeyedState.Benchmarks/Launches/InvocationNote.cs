namespace KeyedState.Benchmarks.Launches;

/// <summary>One invocation: when the roles ended, in nanoseconds from the release, and what the process's counters moved by.</summary>
internal sealed record InvocationNote(double ReadersEnd, double WritersEnd, ProcessCounters Counted);
