using KeyedState.Results;

namespace KeyedState.Tests.Results.Stores;

public sealed class StoresFileTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("stores-").FullName;

    public static TheoryData<string, string> Impossible => new()
    {
        { "\"schema\": 1", "\"schema\": 2" },
        { "\"round\":0", "\"round\":-1" },
        { "\"round\":0", "\"round\":1" },
        { "\"state\":\"Lock\"", "\"state\":\"Nobody\"" },
        { "\"scenario\":\"one caller\"", "\"scenario\":\"nobody calls\"" },
        { "\"scenario\":\"one caller\"", "\"scenario\":\"Go by Example\"" },
        { "\"clientSeconds\":0.8", "\"clientSeconds\":-0.8" },
        { "\"engineSeconds\":0.5", "\"engineSeconds\":-0.5" },
        { "\"times\":\"", "\"times\":\"A" },
        { "\"callers\":110", "\"callers\":1" },
        { "\"callers\":110", "\"callers\":0" },
        { "\"depth\":100", "\"depth\":-1" },
        { "\"points\":[", "\"points\":[null," },
        { "\"connections\":110", "\"connections\":0" },
        { "\"connections\":110,\"pipeline\":1", "\"connections\":1,\"pipeline\":1" },
        { "\"tool\":[", "\"tool\":[null," },
        { "\"pipeline\":1,\"rate\":40000", "\"pipeline\":1,\"rate\":0" },
        { "\"open\":{\"rate\":10000", "\"open\":{\"rate\":20000" },
        { "\"response\":[", "\"response\":[null," },
        { "\"response\":[", "\"response\":[\"\"," },
        { "\"scheduled\":3000", "\"scheduled\":4000" },
        { "\"growth\":0,", "\"growth\":0,\"share\":0.5," },
        { "\"rate\": 10000", "\"rate\": 0" },
        { "\"scenario\": \"Go by Example\"", "\"scenario\": \"nobody calls\"" },
        { "\"arrivals\": {", "\"other\": {" },
        { "\"windowMilliseconds\": 600", "\"windowMilliseconds\": 0" },
        { "\"fileSystem\": \"ext4\"", "\"fileSystem\": \"\"" },
        { "\"workers\": 1", "\"workers\": 0" },
    };

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Load_WhatWasSaved_IsTheSameRun()
    {
        var path = Save(StoresSamples.Run());
        var first = File.ReadAllText(path);

        StoresFile.Save(StoresFile.Load(path), path);

        Assert.Equal(first, File.ReadAllText(path));
    }

    [Theory]
    [MemberData(nameof(Impossible))]
    public void Load_WhatCannotBe_IsRefusedInOneLine(string found, string replaced)
    {
        var path = Save(StoresSamples.Run());
        var text = File.ReadAllText(path);
        var at = text.IndexOf(found, StringComparison.Ordinal);
        Assert.True(at >= 0, found);
        File.WriteAllText(path, text[..at] + replaced + text[(at + found.Length)..]);

        var refusal = Assert.Throws<StoredRunException>(() => StoresFile.Load(path)).Message;

        Assert.StartsWith(path, refusal, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refusal);
    }

    [Fact]
    public void Analysis_OfARun_HasItsFigures()
    {
        var analysis = new StoresAnalysis(StoresSamples.Run());

        Assert.Equal(20, analysis.TimesSlowerThan("Server", StoresAnalysis.Owner, "Go by Example", role: 1)!.Center, 0.01);
        Assert.Null(analysis.TimesSlowerThan("Flush", StoresAnalysis.Owner, "Go by Example", role: 1));
        Assert.Null(analysis.EngineTime("Lock", "one caller"));

        // Half a second of a core for 75,000 to 79,000 operations.
        Assert.InRange(analysis.EngineTime("Server", "Go by Example")!.Center, 6.3, 6.7);
        Assert.InRange(analysis.Times("Server", "one caller", role: 0).Percentile(0.5)!.Center, 59_000, 61_500);
    }

    [Fact]
    public void Analysis_OfPoints_HoldsThemAgainstOneCaller()
    {
        var analysis = new StoresAnalysis(StoresSamples.Run());

        Assert.Equal([(1, 1), (110, 1), (1, 100)], analysis.Points);
        Assert.InRange(analysis.Rate("Server", 110, 1)!.Center, 150_000, 150_010);
        Assert.Equal(5, analysis.TimesOneCaller("Server", 1, 100)!.Center, 0.01);
        Assert.Null(analysis.TimesOneCaller("Lock", 1, 100));
    }

    [Fact]
    public void Analysis_OfTheServersOwnTool_HoldsCallersAgainstAsManyUnderWay()
    {
        var analysis = new StoresAnalysis(StoresSamples.Run());

        Assert.Equal([(1, 1), (1, 100), (110, 1)], analysis.ToolCases);
        Assert.Equal(0.8, analysis.TimesTool("Server", callers: 1, depth: 1)!.Center, 0.001);
        Assert.Equal(0.1, analysis.TimesTool("Server", callers: 1, depth: 100)!.Center, 0.001);
        Assert.Null(analysis.TimesTool("Server", callers: 110, depth: 1));
        Assert.Null(analysis.TimesTool("Lock", callers: 1, depth: 1));
        Assert.Equal(40_000, analysis.ToolRate("Server", connections: 110, pipeline: 1)!.Center);
    }

    [Fact]
    public void Analysis_OfAnOpenLoop_HasTimesOnlyWhereEveryLaunchReachedTheLoad()
    {
        var analysis = new StoresAnalysis(StoresSamples.Run());

        Assert.Equal((6, 0), analysis.Tries("Server"));
        Assert.InRange(analysis.ResponseTimes("Server", role: 0)!.Percentile(0.5)!.Center, 79_000, 82_000);
        Assert.InRange(analysis.ResponseTimes("Server", role: 1)!.Percentile(0.99)!.Center, 940_000, 980_000);
        Assert.InRange(analysis.OpenServiceTimes("Server")!.Percentile(0.5)!.Center, 39_000, 41_000);
        Assert.Equal((6, 6), analysis.Tries("Database"));
        Assert.Null(analysis.ResponseTimes("Database", role: 0));
        Assert.Equal((6, 1), analysis.Tries("LoopbackEcho"));
        Assert.Null(analysis.OpenServiceTimes("LoopbackEcho"));
        Assert.Equal((0, 0), analysis.Tries("Flush"));
    }

    [Fact]
    public void Analysis_OfAResponseTime_IsNearTheFloorBelowThreeTimesTheLocks()
    {
        var analysis = new StoresAnalysis(StoresSamples.Run());

        Assert.True(analysis.IsNearFloor("Server", role: 0, 0.5, 89_000));
        Assert.False(analysis.IsNearFloor("Server", role: 0, 0.5, 93_000));
        Assert.False(analysis.IsNearFloor(StoresAnalysis.Floor, role: 0, 0.5, 30_000));
        Assert.True(new StoresAnalysis(StoresSamples.Run() with { Launches = [] }).IsNearFloor("Server", role: 0, 0.5, 1e9));
    }

    private string Save(StoredStoresRun run)
    {
        var path = Path.Combine(folder, "run.json");
        StoresFile.Save(run, path);
        return path;
    }
}
