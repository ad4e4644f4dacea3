using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.EventProcessors;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Exporters.Json;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using KeyedState.Benchmarks.Exports;

namespace KeyedState.Benchmarks.Suites;

/// <summary>BenchmarkDotNet's configurations, by purpose.</summary>
internal static class SuiteConfig
{
    // On a slow disk a build took more than the two minutes that BenchmarkDotNet gives it. One that hangs is rarer than such a disk.
    private static readonly TimeSpan LongestBuild = TimeSpan.FromMinutes(15);

    /// <summary>For a suite's launches: no output but the log file, and no diagnosers, since the launches count for themselves.</summary>
    public static ManualConfig ForLaunches(EventProcessor recorder, string artifactsFolder) => Categorised()
        .AddColumn(TargetMethodColumn.Method, StatisticColumn.Mean)
        .AddLogger(NullLogger.Instance)
        .AddEventProcessor(recorder)
        .WithOrderer(new PlannedOrderer())
        .WithArtifactsPath(artifactsFolder);

    /// <summary>For the tables of a finished suite: BenchmarkDotNet's usual columns, with those over launches in place of its error and deviation.</summary>
    public static ManualConfig ForTables() => Categorised()
        .AddColumn(TargetMethodColumn.Method, CategoriesColumn.Default)
        .AddColumn(StatisticColumn.Mean)
        .AddColumn([.. LaunchColumn.All])
        .AddColumn(StatisticColumn.OperationsPerSecond, BaselineRatioColumn.RatioMean)
        .AddColumnProvider(DefaultColumnProviders.Metrics)
        .AddExporter(MarkdownExporter.GitHub, JsonExporter.Full)
        .AddLogger(NullLogger.Instance)
        .WithOrderer(new PlannedOrderer());

    /// <summary>For BenchmarkDotNet's own command line: columns and diagnosers but no job, since it would add its jobs to ours.</summary>
    /// <param name="artifactsFolder">BenchmarkDotNet's working folder.</param>
    /// <param name="toolchains">A job that gives all others their toolchain; none where the call names one.</param>
    public static ManualConfig ForSwitcher(string artifactsFolder, params Job[] toolchains) => Categorised()
        .AddJob(toolchains)
        .AddDiagnoser(MemoryDiagnoser.Default, ThreadingDiagnoser.Default)
        .AddColumnProvider(DefaultColumnProviders.Instance)
        .AddColumn(StatisticColumn.OperationsPerSecond)
        .AddExporter(MarkdownExporter.GitHub, JsonExporter.Full)
        .AddLogger(ConsoleLogger.Default)
        .WithArtifactsPath(artifactsFolder);

    private static ManualConfig Categorised() => ManualConfig.CreateEmpty()
        .WithCategoryDiscoverer(new FamilyCategories())
        .WithBuildTimeout(LongestBuild);
}
