using KeyedState.Reports;
using KeyedState.Results;
using KeyedState.Tests.Results.Kills;
using KeyedState.Tests.Results.Silos;
using KeyedState.Tests.Results.Stores;

namespace KeyedState.Tests.Reports;

public sealed class StoresReportTests
{
    [Fact]
    public void Render_Run_IsAsItWasLookedAt() => GoldenFile.Matches(Render(StoresSamples.Run()), "stores.md");

    [Fact]
    public void Render_NoLaunches_HasNoFigures()
    {
        var page = Render(StoresSamples.Run() with { Launches = [] });

        Assert.Contains("This run is not complete", page, StringComparison.Ordinal);
        Assert.DoesNotContain("operations |", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Render_FilesInMemory_WarnsThatFlushingIsWorthNothing()
    {
        Assert.Contains("which is memory", Render(StoresSamples.Run() with { FileSystem = "tmpfs" }), StringComparison.Ordinal);
        Assert.DoesNotContain("which is memory", Render(StoresSamples.Run()), StringComparison.Ordinal);
    }

    [Fact]
    public void Render_StateThatIsAbsent_SaysHowToInstallIt() =>
        Assert.Contains("- `Redis`: redis-server is not installed. Debian: sudo apt-get install redis-server.", Render(StoresSamples.Run()), StringComparison.Ordinal);

    [Fact]
    public void Render_RunWithoutOpenLoops_HasNoTableOfThem()
    {
        var run = StoresSamples.Run();
        var page = Render(run with
        {
            Protocol = run.Protocol with { Arrivals = null },
            Launches = [.. run.Launches.Select(launch => launch with { Open = null })],
        });

        Assert.Contains("Callers come by themselves", Render(run), StringComparison.Ordinal);
        Assert.DoesNotContain("Callers come by themselves", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Open loop", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Render_RunWithTrialsOfSilos_IsAsItWasLookedAt() =>
        GoldenFile.Matches(StoresReport.Render(new StoresAnalysis(StoresSamples.Run()), silos: SilosSamples.Run()), "stores-silos.md");

    [Fact]
    public void Render_RunWithKills_IsAsItWasLookedAt() =>
        GoldenFile.Matches(StoresReport.Render(new StoresAnalysis(StoresSamples.Run()), KillsSamples.Run()), "stores-kills.md");

    private static string Render(StoredStoresRun run) => StoresReport.Render(new StoresAnalysis(run));
}
