using KeyedState.Results;

namespace KeyedState.Benchmarks.Suites;

/// <summary>What became of a suite.</summary>
/// <param name="Run">The run, with every launch that ended.</param>
/// <param name="NotStoredBecause">Why the run is not on disk as it stands; null when it is.</param>
/// <param name="NoTablesBecause">Why BenchmarkDotNet's tables are not there; null when they are.</param>
internal sealed record SuiteOutcome(StoredRun Run, string? NotStoredBecause, string? NoTablesBecause);
