using KeyedState.Results;

namespace KeyedState.Tests.Results.Latency;

public sealed class LatencyFileTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("latency-").FullName;

    public static TheoryData<string, string> Impossible => new()
    {
        { "\"schema\": 1", "\"schema\": 2" },
        { "\"round\":0", "\"round\":-1" },
        { "\"round\":0", "\"round\":1" },
        { "\"state\":\"Lock\"", "\"state\":\"Nobody\"" },
        { "\"capacity\":3000000", "\"capacity\":-1" },
        { "\"timedOneIn\":12", "\"timedOneIn\":0" },
        { "\"fairness\":0.998", "\"fairness\":1.5" },
        { "\"fairness\":0.998", "\"fairness\":\"NaN\"" },
        { "\"rate\":10000,", "\"rate\":10001," },
        { "\"share\":0.5", "\"share\":0.6" },
        { "\"served\":20000", "\"served\":10000" },
        { "\"served\":20000", "\"served\":20001" },
        { "\"answered\":20000", "\"answered\":20001" },
        { "\"scheduled\":20000,\"served\":20000,\"answered\":20000", "\"scheduled\":20001,\"served\":20001,\"answered\":20001" },
        { "\"response\":[", "\"response\":[\"\"," },
        { "\"times\":\"", "\"times\":\"A" },
        { "\"rates\": [", "\"rates\": [90000," },
        { "\"original\":{\"operations\":48000", "\"original\":{\"operations\":-1" },
        { "\"original\":{\"operations\":48000,\"seconds\":0.5", "\"original\":{\"operations\":48000,\"seconds\":0" },
        { "\"cpuSeconds\":0.3", "\"cpuSeconds\":-0.3" },
        { "\"fixedRate\":{", "\"fixedRate\":null,\"more\":{" },
        { "\"design\":\"mutex\"", "\"design\":\"rwmutex\"" },
        { "\"design\":\"mutex\"", "\"design\":\"channels\"" },
        { "\"readOps\":", "\"readOps\":-" },
        { "\"version\": \"", "\"version\": \"\\u001b" },
    };

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Load_WhatWasSaved_IsTheSameRun()
    {
        var path = Save(LatencySamples.Run());
        var first = File.ReadAllText(path);

        LatencyFile.Save(LatencyFile.Load(path), path);

        Assert.Equal(first, File.ReadAllText(path));
    }

    [Fact]
    public void Load_RunWithoutPacedTasks_IsTheSameRun()
    {
        var run = LatencySamples.Run();
        var path = Save(run with { Go = null, Launches = [.. run.Launches.Select(launch => launch with { Paced = null })] });

        Assert.DoesNotContain("paced", File.ReadAllText(path), StringComparison.Ordinal);
        Assert.All(LatencyFile.Load(path).Launches, launch => Assert.Null(launch.Paced));
    }

    [Theory]
    [MemberData(nameof(Impossible))]
    public void Load_WhatCannotBe_IsRefusedInOneLine(string found, string replaced)
    {
        var path = Save(LatencySamples.Run());
        var text = File.ReadAllText(path);
        var at = text.IndexOf(found, StringComparison.Ordinal);
        Assert.True(at >= 0, found);
        File.WriteAllText(path, text[..at] + replaced + text[(at + found.Length)..]);

        var refusal = Assert.Throws<StoredRunException>(() => LatencyFile.Load(path)).Message;

        Assert.StartsWith(path, refusal, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refusal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[1, 2")]
    [InlineData("null")]
    public void Load_NoRun_IsRefused(string text)
    {
        var path = Path.Combine(folder, "run.json");
        File.WriteAllText(path, text);

        Assert.Throws<StoredRunException>(() => LatencyFile.Load(path));
    }

    [Fact]
    public void Load_NoFile_IsRefused() => Assert.Throws<StoredRunException>(() => LatencyFile.Load(Path.Combine(folder, "none.json")));

    private string Save(StoredLatencyRun run)
    {
        var path = Path.Combine(folder, "run.json");
        LatencyFile.Save(run, path);
        return path;
    }
}
