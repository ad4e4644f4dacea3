using KeyedState.Results;
using KeyedState.Tests.Results.Compound;
using KeyedState.Tests.Results.Matrix;

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
        { "\"suite\": \"compound\"", "\"suite\": \"matrix\"" },
    };

    public static TheoryData<string, string> ImpossibleAxes => new()
    {
        { "\"key\":\"writes\"", "\"key\":\"../writes\"" },
        { "\"key\":\"writes\"", "\"key\":\"keys\"" },
        { "\"label\":\"10 %\",\"at\":10", "\"label\":\"10 %\",\"at\":60" },
        { "\"label\":\"1\",\"at\":1,", "\"label\":\"1\",\"at\":0," },
        { "\"scenario\":\"many keys\",\"because\"", "\"scenario\":\"no keys\",\"because\"" },
        { "\"writes\": 0.1", "\"writes\": 1.1" },
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
    [MemberData(nameof(ImpossibleAxes))]
    public void Load_AxisThatCannotBe_IsRefused(string found, string replaced)
    {
        var path = Save(MatrixSamples.Run());
        Assert.Equal(MatrixSamples.Run().Axes!.Count, SeriesFile.Load(path, "matrix").Axes!.Count);
        var text = File.ReadAllText(path);
        Assert.Contains(found, text, StringComparison.Ordinal);
        File.WriteAllText(path, text.Replace(found, replaced, StringComparison.Ordinal));

        Assert.Throws<StoredRunException>(() => SeriesFile.Load(path, "matrix"));
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
