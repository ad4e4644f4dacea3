using KeyedState.Benchmarks.Pages;
using KeyedState.Results;
using KeyedState.Tests.Results.Latency;

namespace KeyedState.Tests.Pages;

public sealed class LatencyPagesTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("keyed-state-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void WriteForPlotters_FolderOfAnEarlierRun_HoldsOnlyTheFilesOfThis()
    {
        var run = LatencySamples.Run();
        LatencyPages.WriteForPlotters(new LatencyAnalysis(run), folder);
        File.WriteAllText(Path.Combine(folder, "note.txt"), "kept");
        LatencyPages.WriteForPlotters(new LatencyAnalysis(run with { Protocol = run.Protocol with { Rates = [10_000] } }), folder);

        Assert.Equal(
            ["Actor-10000.hgrm", "Empty-10000.hgrm", "Lock-10000.hgrm", "Owner-10000.hgrm", "ReadersFirst-10000.hgrm", "note.txt"],
            Directory.EnumerateFiles(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }
}
