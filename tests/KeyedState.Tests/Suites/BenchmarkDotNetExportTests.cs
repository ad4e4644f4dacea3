using System.Text.Json;
using BenchmarkDotNet.Running;
using KeyedState.Benchmarks.Exports;
using KeyedState.Benchmarks.Suites;

namespace KeyedState.Tests.Suites;

/// <summary>
/// BenchmarkDotNet's full JSON of a run has what others' readers of it take. github-action-benchmark reads
/// Benchmarks[].FullName as the name, and of Statistics the Mean and the StandardDeviation. Bencher's dot_net adapter requires
/// HostEnvironmentInfo and of Statistics also Median and InterquartileRange, and names a benchmark
/// Namespace.Method without its type: the two looks' files are to go to it as two test beds.
/// </summary>
public sealed class BenchmarkDotNetExportTests : RecorderSetup
{
    [Fact]
    public void Write_LaunchesOfALook_HasWhatOthersRead()
    {
        var folder = Directory.CreateTempSubdirectory("keyed-state-").FullName;
        try
        {
            var cases = new Dictionary<BenchmarkCase, PlannedLaunch>();
            var recorder = Recorder(Look, cases);
            foreach (var (benchmark, launch) in cases.Where(launch => !launch.Value.IsSpare))
            {
                Leave(launch, Note(5));
                recorder.OnStartRunBenchmark(benchmark);
                recorder.OnEndRunBenchmark(benchmark, ReportOf(benchmark, success: true));
            }

            BenchmarkDotNetTables.Write(Suite.Smoke, recorder.Measured, folder);

            Assert.Single(Directory.GetFiles(folder, "*-report-github.md"));
            AssertReadable(Assert.Single(Directory.GetFiles(folder, "*-report-full.json")));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void AssertReadable(string path)
    {
        using var export = JsonDocument.Parse(File.ReadAllText(path));
        var benchmarks = export.RootElement.GetProperty("Benchmarks").EnumerateArray().ToArray();

        Assert.Equal(States.Count, benchmarks.Length);
        Assert.Equal(JsonValueKind.Object, export.RootElement.GetProperty("HostEnvironmentInfo").ValueKind);
        Assert.Distinct(benchmarks.Select(benchmark => Text(benchmark, "FullName")));
        Assert.Distinct(benchmarks.Select(benchmark => $"{Text(benchmark, "Namespace")}.{Text(benchmark, "Method")}"));
        foreach (var statistics in benchmarks.Select(benchmark => benchmark.GetProperty("Statistics")))
        {
            Assert.All(["Mean", "Median"], name => Assert.True(statistics.GetProperty(name).GetDouble() > 0));
            Assert.All(["StandardDeviation", "InterquartileRange"], name => Assert.True(statistics.GetProperty(name).GetDouble() >= 0));
        }
    }

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;
}
