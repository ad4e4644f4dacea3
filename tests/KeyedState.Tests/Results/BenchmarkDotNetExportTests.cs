using System.Diagnostics;
using System.Text.Json;
using KeyedState.Benchmarks.Environments;

namespace KeyedState.Tests.Results;

/// <summary>
/// The committed exports of BenchmarkDotNet have what others' readers of them take. github-action-benchmark reads
/// Benchmarks[].FullName as the name, and of Statistics the Mean and the StandardDeviation. Bencher's dot_net adapter requires
/// HostEnvironmentInfo and of Statistics also Median and InterquartileRange, and names a benchmark
/// Namespace.Method without its type: the two looks' files are to go to it as two test beds.
/// </summary>
public sealed class BenchmarkDotNetExportTests
{
    public static TheoryData<string> Exports => [.. Committed()];

    [Theory]
    [MemberData(nameof(Exports))]
    public void Export_ThatIsCommitted_HasWhatOthersRead(string path)
    {
        using var export = JsonDocument.Parse(File.ReadAllText(path));
        var benchmarks = export.RootElement.GetProperty("Benchmarks").EnumerateArray().ToArray();

        Assert.NotEmpty(benchmarks);
        Assert.Equal(JsonValueKind.Object, export.RootElement.GetProperty("HostEnvironmentInfo").ValueKind);
        Assert.Distinct(benchmarks.Select(benchmark => Text(benchmark, "FullName")));
        Assert.Distinct(benchmarks.Select(benchmark => $"{Text(benchmark, "Namespace")}.{Text(benchmark, "Method")}"));
        foreach (var statistics in benchmarks.Select(benchmark => benchmark.GetProperty("Statistics")))
        {
            Assert.All(["Mean", "Median"], name => Assert.True(statistics.GetProperty(name).GetDouble() > 0));
            Assert.All(["StandardDeviation", "InterquartileRange"], name => Assert.True(statistics.GetProperty(name).GetDouble() >= 0));
        }
    }

    [Fact]
    public void Exports_OfOneFolder_ShareNoFullName()
    {
        foreach (var folder in Committed().GroupBy(path => Path.GetDirectoryName(path)))
        {
            Assert.Distinct(folder.SelectMany(path =>
            {
                using var export = JsonDocument.Parse(File.ReadAllText(path));
                return export.RootElement.GetProperty("Benchmarks").EnumerateArray().Select(benchmark => Text(benchmark, "FullName")).ToArray();
            }));
        }
    }

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;

    private static string[] Committed()
    {
        var root = RepositoryRoot.Find();
        using var git = Process.Start(new ProcessStartInfo("git", ["ls-files", "results/*-report-full.json"])
        {
            WorkingDirectory = root,
            RedirectStandardOutput = true,
        })!;
        var files = git.StandardOutput.ReadToEnd();
        git.WaitForExit();
        return [.. files.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(file => Path.Combine(root, file))];
    }
}
