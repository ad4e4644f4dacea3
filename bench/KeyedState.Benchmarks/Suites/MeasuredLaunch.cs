using BenchmarkDotNet.Reports;
using KeyedState.Results;

namespace KeyedState.Benchmarks.Suites;

/// <summary>A launch that gave a result.</summary>
/// <param name="Planned">What it is a launch of.</param>
/// <param name="Report">BenchmarkDotNet's report of it.</param>
/// <param name="Stored">What is stored of it.</param>
internal sealed record MeasuredLaunch(PlannedLaunch Planned, BenchmarkReport Report, StoredLaunch Stored);
