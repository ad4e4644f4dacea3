using System.Text.Json.Nodes;
using KeyedState.Results;

namespace KeyedState.Tests.Results.Storage;

public sealed class RunFileRefusalTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("keyed-state-").FullName;

    private string File => Path.Combine(folder, "run.json");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Load_MissingFile_SaysSoInOneLine() => AssertRefused("does not exist");

    [Fact]
    public void Load_Folder_SaysSoInOneLine()
    {
        Directory.CreateDirectory(File);
        AssertRefused("");
    }

    [Theory]
    [InlineData("", "is empty")]
    [InlineData("\n  \n", "is empty")]
    [InlineData("hello", "is damaged or not a stored run (line 1)")]
    [InlineData("<svg/>", "is damaged or not a stored run")]
    [InlineData("[]", "has no schema version")]
    [InlineData("3", "has no schema version")]
    [InlineData("{}", "has no schema version")]
    [InlineData("{\"schema\":\"1\"}", "has no schema version")]
    [InlineData("{\"schema\":0}", "has no schema version")]
    [InlineData("{\"schema\":3}", "made by a newer version of the suite (schema 3, this one reads 2)")]
    [InlineData("{\"schema\":3,\"foreign\":[]}", "made by a newer version")]
    [InlineData("{\"schema\":1}", "made by an older version of the suite (schema 1, this one reads 2)")]
    [InlineData("{\"schema\":1,\"workload\":{}}", "made by an older version")]
    [InlineData("{\"schema\":2}", "is damaged or not a stored run")]
    public void Load_NotARun_SaysSoInOneLine(string content, string expected)
    {
        System.IO.File.WriteAllText(File, content);

        AssertRefused(expected);
    }

    [Fact]
    public void Load_BottomlessFile_SaysSoInOneLine()
    {
        System.IO.File.WriteAllText(File, string.Concat(Enumerable.Repeat("{\"schema\":", 100_000)));

        AssertRefused("is damaged");
    }

    [Theory]
    [InlineData(0.1)]
    [InlineData(0.5)]
    [InlineData(0.999)]
    public void Load_TruncatedFile_SaysSoInOneLine(double share)
    {
        RunFile.Save(SampleRun.Headline(), File);
        var bytes = System.IO.File.ReadAllBytes(File);
        System.IO.File.WriteAllBytes(File, bytes[..(int)(bytes.Length * share)]);

        AssertRefused("is damaged");
    }

    [Fact]
    public void Load_ZeroedFile_SaysSoInOneLine()
    {
        System.IO.File.WriteAllBytes(File, new byte[4096]);

        AssertRefused("is empty");
    }

    [Theory]
    [InlineData("machine", "null")]
    [InlineData("machine.logicalCores", "\"2\"")]
    [InlineData("machine.logicalCores", "0")]
    [InlineData("machine.folder", "\"../elsewhere\"")]
    [InlineData("machine.processor", "\"a\\u001b[31m\"")]
    [InlineData("suite", "\"a/b\"")]
    [InlineData("started", "\"yesterday\"")]
    [InlineData("plannedLaunches", "-1")]
    [InlineData("plannedSeconds", "-1")]
    [InlineData("budgetSeconds", "1e999")]
    [InlineData("harnessScaling.oneCore.0", "0")]
    [InlineData("scenario", "null")]
    [InlineData("scenario.name", "\"\"")]
    [InlineData("scenario.roles", "[]")]
    [InlineData("scenario.roles.0", "null")]
    [InlineData("scenario.roles.0.workers", "0")]
    [InlineData("scenario.roles.0.name", "\"writers\"")]
    [InlineData("scenario.roles.0.name", "\"others\"")]
    [InlineData("scenario.keys", "0")]
    [InlineData("scenario.distinctKeys", "6")]
    [InlineData("scenario.values", "0")]
    [InlineData("metrics", "[]")]
    [InlineData("metrics.0", "null")]
    [InlineData("metrics.0.name", "\"happiness\"")]
    [InlineData("metrics.0.name", "\"gen0\"")]
    [InlineData("metrics.0.unit", "\"s\"")]
    [InlineData("metrics.0.better", "\"sideways\"")]
    [InlineData("source.packages", "{\"a\":null}")]
    [InlineData("looks.0.look", "\"latency\"")]
    [InlineData("looks.0.look", "0")]
    [InlineData("looks.0.look", "\"all cores\"")]
    [InlineData("looks.0.absentBecause", "\"no pinning here\"")]
    [InlineData("looks.0.placement", "null")]
    [InlineData("looks.0.placement.cores", "\"two\"")]
    [InlineData("looks.0.placement.stateLifetime", "\"forever\"")]
    [InlineData("looks.0.placement.runtimeSettings", "{\"a\":null}")]
    [InlineData("looks.0.placement.runtimeSettings", "{\"a\\nb\":\"1\"}")]
    [InlineData("looks.0.protocol.name", "\" \"")]
    [InlineData("looks.0.protocol.iterations", "0")]
    [InlineData("looks.0.protocol.windowMilliseconds", "0")]
    [InlineData("looks.0.protocol.windowMilliseconds", "null")]
    [InlineData("looks.0.protocol.runMicroseconds", "-1")]
    [InlineData("looks.0.protocol.runMicroseconds", "null")]
    [InlineData("states.0", "null")]
    [InlineData("states.0.name", "\"Empty\"")]
    [InlineData("states.0.name", "\"a\\nb\"")]
    [InlineData("states.0.name", "\" \"")]
    [InlineData("states.0.title", "\"\\u202Eabc\"")]
    [InlineData("states.0.replies", "\"Perhaps\"")]
    [InlineData("states.0.blockingCaller", "\"Perhaps\"")]
    [InlineData("states.0.ownTable", "\" \"")]
    [InlineData("states.0.ownTable", "\"a\\nb\"")]
    [InlineData("states.0.checkedOperations", "-1")]
    [InlineData("states.0.dependsOnAlternation", "null")]
    [InlineData("states.0.dependsBecause", "\"it depends\"")]
    [InlineData("states.1.dependsBecause", "\" \"")]
    [InlineData("states.1.dependsBecause", "\"a\\nb\"")]
    [InlineData("states.1.dependsBecause", "true")]
    [InlineData("states.0.unheardOf", "1")]
    [InlineData("launches.0", "null")]
    [InlineData("launches.0.state", "\"Nobody\"")]
    [InlineData("launches.0.round", "-1")]
    [InlineData("launches.0.round", "1")]
    [InlineData("launches.0.operations", "0")]
    [InlineData("launches.0.operations", "1.5")]
    [InlineData("launches.0.operations", "1e15")]
    [InlineData("launches.0.runLength", "0")]
    [InlineData("launches.0.note", "null")]
    [InlineData("launches.0.note.error", "\"it broke\"")]
    [InlineData("launches.0.note.threadMasks.0", "null")]
    [InlineData("launches.0.note.peakPoolThreads", "-1")]
    [InlineData("launches.0.note.processorCount", "0")]
    [InlineData("launches.0.note.warmupSeconds", "-0.5")]
    [InlineData("launches.0.note.compilerQuiet", "\"yes\"")]
    [InlineData("launches.0.note.observations", "[]")]
    [InlineData("launches.0.note.observations.0", "null")]
    [InlineData("launches.0.note.observations.0.metric", "\"end of readers\"")]
    [InlineData("launches.0.note.observations.0.values", "[]")]
    [InlineData("launches.0.note.observations.0.values", "[1,2]")]
    [InlineData("launches.0.note.observations.0.values.0", "0")]
    [InlineData("launches.0.note.observations.0.values.0", "-1")]
    [InlineData("launches.0.note.observations.0.values.0", "1e30")]
    [InlineData("launches.0.note.observations.0.values.0", "1e999")]
    [InlineData("launches.0.note.observations.0.values.0", "\"NaN\"")]
    [InlineData("launches.0.note.observations.1.values.0", "0")]
    [InlineData("launches.0.note.observations.1.values.0", "1e12")]
    [InlineData("launches.0.note.observations.2.metric", "\"end of others\"")]
    [InlineData("launches.0.note.observations.2.values.0", "null")]
    [InlineData("launches.0.note.observations.3.metric", "\"happiness\"")]
    [InlineData("launches.0.note.observations.3.values.0", "-1")]
    [InlineData("launches.0.note.observations.3.values.0", "1e999")]
    [InlineData("cards.before.nearestRoundTrip", "0")]
    [InlineData("cards.before.nearestRoundTrip", "81")]
    [InlineData("cards.before.loneSwap", "-1")]
    [InlineData("cards.before.timerLateness", "-1")]
    [InlineData("cards.before.paces", "[null]")]
    [InlineData("cards.before.paces.0.core", "-1")]
    [InlineData("cards.before.paces.0.core", "1")]
    [InlineData("cards.before.paces.0.nanoseconds", "0")]
    [InlineData("cards.before.quotaCores", "0")]
    [InlineData("cards.before.highestMegahertz", "-1")]
    [InlineData("cards.before.allowedCores", "\"\"")]
    [InlineData("cards.before.siblings", "[null]")]
    [InlineData("cards.before.kinds.0.name", "\" \"")]
    [InlineData("cards.after.waking", "1e12")]
    [InlineData("looks.0.core", "-1")]
    [InlineData("failures", "[null]")]
    public void Load_WrongValue_SaysSoInOneLine(string field, string value)
    {
        var run = SampleRun.Headline();
        RunFile.Save(run with { States = [run.States[0], run.States[1] with { DependsOnAlternation = true, DependsBecause = "it waits" }, .. run.States.Skip(2)] }, File);
        var node = JsonNode.Parse(System.IO.File.ReadAllText(File))!;
        Replace(node, field.Split('.'), JsonNode.Parse(value));
        System.IO.File.WriteAllText(File, node.ToJsonString());

        AssertRefused("");
    }

    [Theory]
    [InlineData("quotable")]
    [InlineData("machine")]
    [InlineData("failures")]
    [InlineData("harnessScaling")]
    [InlineData("metrics")]
    public void Load_MissingField_SaysSoInOneLine(string field)
    {
        RunFile.Save(SampleRun.Headline(), File);
        var node = JsonNode.Parse(System.IO.File.ReadAllText(File))!.AsObject();
        Assert.True(node.Remove(field));
        System.IO.File.WriteAllText(File, node.ToJsonString());

        AssertRefused("");
    }

    private static void Replace(JsonNode node, string[] path, JsonNode? value)
    {
        var parent = path[..^1].Aggregate(node, (at, step) => int.TryParse(step, out var index) ? at[index]! : at[step]!);
        if (int.TryParse(path[^1], out var last))
        {
            parent[last] = value;
        }
        else
        {
            parent[path[^1]] = value;
        }
    }

    private void AssertRefused(string expected)
    {
        var error = Assert.Throws<StoredRunException>(() => RunFile.Load(File));
        Assert.StartsWith(File, error.Message, StringComparison.Ordinal);
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
        Assert.False(PlainText.HasControls(error.Message), error.Message);
    }
}
