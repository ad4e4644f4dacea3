using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using KeyedState.Benchmarks.Suites;

namespace KeyedState.Benchmarks.Exports;

/// <summary>Writes BenchmarkDotNet's own tables of a run, GitHub markdown and full JSON, a pair for each look.</summary>
internal static class BenchmarkDotNetTables
{
    /// <summary>Writes the tables of every look that has a launch into <paramref name="folder"/>.</summary>
    public static void Write(Suite suite, IReadOnlyList<(PlannedLaunch Launch, BenchmarkReport Report)> reports, string folder)
    {
        var config = ImmutableConfigBuilder.Create(SuiteConfig.ForTables());
        var looks = suite.Looks.Where(look => reports.Any(pair => pair.Launch.Look.Look == look.Look));
        foreach (var look in looks)
        {
            var summary = MergedSummary.Of(look, reports, config, folder);
            foreach (var exporter in config.GetExporters())
            {
                Directory.CreateDirectory(folder);
                _ = exporter.ExportToFiles(summary, NullLogger.Instance).ToArray();
            }
        }
    }
}
