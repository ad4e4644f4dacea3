using KeyedState.Results;
using KeyedState.Tests.Results.Compound;

namespace KeyedState.Tests.Results.Series;

public sealed class SeriesFileTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("compound-").FullName;

    public static TheoryData<string, string> Impossible => new()
    {
        { "\"operations\":1000", "\"operations\":0" },
        { "\"round\":0", "\"round\":-1" },
        { "\"scenario\":\"all write\"", "\"scenario\":\"all guess\"" },
        { "\"state\":\"Lock\",\"look\"", "\"state\":\"Nobody\",\"look\"" },
        { "\"schema\": 1", "\"schema\": 2" },
        { "\"bytes\":[0,0,0]", "\"bytes\":[0,0]" },
        { "\"times\":[20000,18000,26000]", "\"times\":[-20000,18000,26000]" },
    };

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Load_WhatWasSaved_IsTheSameRun()
    {
        var path = Save(CompoundSamples.Run());
        var first = File.ReadAllText(path);

        SeriesFile.Save(SeriesFile.Load(path, "compound"), path);

        Assert.Equal(first, File.ReadAllText(path));
    }

    [Theory]
    [MemberData(nameof(Impossible))]
    public void Load_WhatCannotBe_IsRefusedInOneLine(string found, string replaced)
    {
        var path = Save(CompoundSamples.Run());
        var text = File.ReadAllText(path);
        Assert.Contains(found, text, StringComparison.Ordinal);
        File.WriteAllText(path, text.Replace(found, replaced, StringComparison.Ordinal));

        var refusal = Assert.Throws<StoredRunException>(() => SeriesFile.Load(path, "compound")).Message;

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

        Assert.Throws<StoredRunException>(() => SeriesFile.Load(path, "compound"));
    }

    [Fact]
    public void Load_NoFile_IsRefused() => Assert.Throws<StoredRunException>(() => SeriesFile.Load(Path.Combine(folder, "none.json"), "compound"));

    private string Save(StoredSeriesRun run)
    {
        var path = Path.Combine(folder, "run.json");
        SeriesFile.Save(run, path);
        return path;
    }
}
