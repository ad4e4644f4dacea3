using System.Globalization;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Environments;
using BenchmarkDotNet.Parameters;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.Results;
using KeyedState.Benchmarks.Suites;

namespace KeyedState.Benchmarks.Exports;

/// <summary>
/// Joins the launches of each state in one look into a single row of a BenchmarkDotNet summary. The run has
/// a job for every launch, so that launches can be interleaved; readers of BenchmarkDotNet's tables expect
/// one row a benchmark.
/// </summary>
internal static class MergedSummary
{
    /// <summary>Joins the launches of <paramref name="look"/>.</summary>
    /// <param name="look">The look.</param>
    /// <param name="launches">The launches of all looks.</param>
    /// <param name="config">The configuration whose columns the tables show.</param>
    /// <param name="folder">Where exporters write.</param>
    public static Summary Of(
        LookPlan look, IEnumerable<MeasuredLaunch> launches, ImmutableConfig config, string folder)
    {
        var job = PlannedLaunch.JobOf(look).Freeze();
        var rows = launches
            .Where(launch => launch.Planned.Look.Look == look.Look)
            .GroupBy(launch => launch.Planned.Entry)
            .OrderBy(row => row.Key.Declared.Family)
            .ThenBy(row => row.Key.Name, StringComparer.Ordinal)
            .Select(row => row.OrderBy(launch => launch.Planned.Round).ToArray())
            .Select(row => Join(row, BenchmarkCase.Create(
                row[0].Report.BenchmarkCase.Descriptor, job, new ParameterInstances([]), config)));
        return new Summary(
            look.Benchmarks.Name,
            [.. rows],
            HostEnvironmentInfo.GetCurrent(),
            folder,
            logFilePath: string.Empty,
            TimeSpan.Zero,
            CultureInfo.InvariantCulture,
            [],
            [.. config.GetColumnHidingRules()]);
    }

    private static BenchmarkReport Join(MeasuredLaunch[] launches, BenchmarkCase merged)
    {
        var results = launches
            .SelectMany(launch => launch.Report.ExecuteResults)
            .Select((result, index) => new ExecuteResult(
                result.FoundExecutable, result.ExitCode, result.ProcessId, result.Results, result.PrefixedLines, result.StandardOutput, index + 1));
        var counted = launches.Select(launch => launch.Stored).ToArray();
        return new BenchmarkReport(
            success: true,
            merged,
            launches[0].Report.GenerateResult,
            launches[0].Report.BuildResult,
            [.. results],
            [.. NoteMetric.All.Select(metric => metric.Of(counted)).OfType<Metric>()]);
    }
}
