using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Loggers;
using KeyedState.Benchmarks.Suites;

namespace KeyedState.Benchmarks.Exports;

/// <summary>Writes BenchmarkDotNet's own tables of a run, GitHub markdown and full JSON, a pair for each look.</summary>
internal static class BenchmarkDotNetTables
{
    /// <summary>Writes the tables of every look that has a launch into <paramref name="folder"/>.</summary>
    public static void Write(Suite suite, IReadOnlyList<MeasuredLaunch> launches, string folder)
    {
        var config = ImmutableConfigBuilder.Create(SuiteConfig.ForTables());
        var looks = suite.Looks.Where(look => launches.Any(launch => launch.Planned.Look.Look == look.Look));
        foreach (var look in looks)
        {
            var summary = MergedSummary.Of(look, launches, config, folder);
            foreach (var exporter in config.GetExporters())
            {
                Directory.CreateDirectory(folder);
                _ = exporter.ExportToFiles(summary, NullLogger.Instance).ToArray();
            }
        }
    }
}
