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
    /// <param name="reports">BenchmarkDotNet's reports and what each is a launch of.</param>
    /// <param name="config">The configuration whose columns the tables show.</param>
    /// <param name="folder">Where exporters write.</param>
    public static Summary Of(
        LookPlan look, IEnumerable<(PlannedLaunch Launch, BenchmarkReport Report)> reports, ImmutableConfig config, string folder)
    {
        var job = PlannedLaunch.JobOf(look).Freeze();
        var rows = reports
            .Where(pair => pair.Launch.Look.Look == look.Look)
            .GroupBy(pair => pair.Launch.Entry)
            .OrderBy(row => row.Key.Declared.Family)
            .ThenBy(row => row.Key.Name, StringComparer.Ordinal)
            .Select(row => row.OrderBy(pair => pair.Launch.Round).Select(pair => pair.Report).ToArray())
            .Select(launches => Join(launches, BenchmarkCase.Create(
                launches[0].BenchmarkCase.Descriptor, job, new ParameterInstances([]), config)));
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

    private static BenchmarkReport Join(BenchmarkReport[] launches, BenchmarkCase merged)
    {
        var results = launches
            .SelectMany(launch => launch.ExecuteResults)
            .Select((result, index) => new ExecuteResult(
                result.FoundExecutable, result.ExitCode, result.ProcessId, result.Results, result.PrefixedLines, result.StandardOutput, index + 1));
        return new BenchmarkReport(
            success: true, merged, launches[0].GenerateResult, launches[0].BuildResult, [.. results], Metrics(launches));
    }

    // A metric is per operation, and every launch of a row has the same number of operations.
    private static Metric[] Metrics(BenchmarkReport[] launches) =>
    [
        .. launches.SelectMany(launch => launch.Metrics.Values)
            .GroupBy(metric => metric.Descriptor.Id)
            .Select(metrics => new Metric(metrics.First().Descriptor, metrics.Average(metric => metric.Value))),
    ];
}
