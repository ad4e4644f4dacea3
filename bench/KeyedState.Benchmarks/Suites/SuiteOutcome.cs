using KeyedState.Results;

namespace KeyedState.Benchmarks.Suites;

/// <summary>What became of a suite.</summary>
/// <param name="Run">The run, with every launch that ended.</param>
/// <param name="Lost">What of it could not be put on disk, a line each; none when all is stored.</param>
internal sealed record SuiteOutcome(StoredRun Run, IReadOnlyList<string> Lost);
