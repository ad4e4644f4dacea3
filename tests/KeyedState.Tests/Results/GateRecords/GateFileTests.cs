using System.Text.Json;
using KeyedState.Results;
using KeyedState.Tests.Reports;

namespace KeyedState.Tests.Results.GateRecords;

public sealed class GateFileTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("gate-file-").FullName;

    private string Path => System.IO.Path.Combine(folder, "gate.json");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    public static TheoryData<bool> Both => [false, true];

    [Theory]
    [MemberData(nameof(Both))]
    public void Load_RecordThatWasSaved_IsWhatItWas(bool underLoad)
    {
        var record = underLoad ? GateSamples.UnderLoad() : GateSamples.Regression();

        GateFile.Save(record, Path);
        var loaded = GateFile.Load(Path);

        Assert.Equal((record.Looks, record.Rows, record.SelfTests), (loaded.Looks, loaded.Rows, loaded.SelfTests), Same);

        static bool Same((IReadOnlyList<GateLook>, IReadOnlyList<GateRow>, IReadOnlyList<GateSelfTest>) one, (IReadOnlyList<GateLook>, IReadOnlyList<GateRow>, IReadOnlyList<GateSelfTest>) other) =>
            one.Item1.SequenceEqual(other.Item1) && one.Item2.SequenceEqual(other.Item2) && one.Item3.SequenceEqual(other.Item3);
    }

    /// <summary>A program that knows no look at latency reads the record of the usual looks.</summary>
    [Fact]
    public void Save_UsualLooks_NamesNothingOfALoad()
    {
        GateFile.Save(GateSamples.Regression(), Path);

        Assert.DoesNotContain("rate", File.ReadAllText(Path), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("notJudged", File.ReadAllText(Path), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"look\":\"latency\"", "\"look\":\"nothing\"")]
    [InlineData("\"notJudged\":\"belowResolution\"", "\"notJudged\":\"tired\"")]
    [InlineData("\"rate\":20000", "\"rate\":\"many\"")]
    public void Load_LookThatThereIsNot_IsRefused(string written, string damaged)
    {
        GateFile.Save(GateSamples.UnderLoad(), Path);
        var text = File.ReadAllText(Path);
        Assert.Contains(written, text, StringComparison.Ordinal);
        File.WriteAllText(Path, text.Replace(written, damaged, StringComparison.Ordinal));

        Assert.EndsWith("is no record of a gate.", Assert.Throws<FormatException>(() => GateFile.Load(Path)).Message, StringComparison.Ordinal);
    }

    /// <summary>A run has no look at latency, and none may be smuggled into its file.</summary>
    [Theory]
    [InlineData("one core", true)]
    [InlineData("all cores", true)]
    [InlineData("latency", false)]
    public void LookOfARun_Name_IsReadWhereRunsHaveIt(string name, bool known)
    {
        var text = JsonSerializer.Serialize(name);

        if (known)
        {
            Assert.Equal(name, JsonSerializer.Deserialize<Look>(text)!.Name);
        }
        else
        {
            Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Look>(text));
        }
    }
}
