using System.Text.Json.Nodes;
using KeyedState.Results;

namespace KeyedState.Tests.Results.Storage;

public sealed class RunFileTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("keyed-state-").FullName;

    private string File => Path.Combine(folder, "run.json");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Load_AfterSave_GivesTheSameRun()
    {
        RunFile.Save(SampleRun.Headline(), File);
        var first = System.IO.File.ReadAllText(File);

        RunFile.Save(RunFile.Load(File), File);

        Assert.Equal(first, System.IO.File.ReadAllText(File));
        Assert.Equivalent(SampleRun.Headline(), RunFile.Load(File), strict: true);
    }

    [Fact]
    public void Save_PackagesInAnotherOrder_GivesTheSameBytes()
    {
        var run = SampleRun.Headline();
        RunFile.Save(run, File);
        var first = System.IO.File.ReadAllBytes(File);

        var reversed = run.Source.Packages.Reverse().ToDictionary(package => package.Key, package => package.Value);
        RunFile.Save(run with { Source = run.Source with { Packages = reversed } }, File);

        Assert.Equal(first, System.IO.File.ReadAllBytes(File));
    }

    [Fact]
    public void Save_OverAnOlderRun_LeavesNothingBeside()
    {
        RunFile.Save(SampleRun.Headline(), File);
        RunFile.Save(SampleRun.Headline() with { Launches = [] }, File);

        Assert.Equal([File], Directory.GetFiles(folder));
        Assert.Empty(RunFile.Load(File).Launches);
    }

    [Fact]
    public void Save_WritesNamesForPeople()
    {
        RunFile.Save(SampleRun.Headline(), File);

        var text = System.IO.File.ReadAllText(File);
        Assert.Contains("\"look\": \"throughput\"", text, StringComparison.Ordinal);
        Assert.Contains("\"plannedLaunches\": 144", text, StringComparison.Ordinal);
        Assert.DoesNotContain('\r', text);
    }

    [Fact]
    public void Save_ManyLaunches_TakesALineForEach()
    {
        RunFile.Save(SampleRun.Headline(), File);

        var lines = System.IO.File.ReadAllLines(File);
        Assert.Equal(144, lines.Count(line => line.StartsWith("    {\"state\":", StringComparison.Ordinal)));
        Assert.InRange(lines.Length, 144, 320);
    }

    [Fact]
    public void Load_ANumberALineAsOlderRunsHave_GivesTheSameRun()
    {
        RunFile.Save(SampleRun.Headline(), File);
        var spread = JsonNode.Parse(System.IO.File.ReadAllText(File))!.ToJsonString(new() { WriteIndented = true });
        System.IO.File.WriteAllText(File, spread);

        Assert.Equivalent(SampleRun.Headline(), RunFile.Load(File), strict: true);
    }

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
    [InlineData("{\"schema\":2}", "made by a newer version of the suite (schema 2, this one reads up to 1)")]
    [InlineData("{\"schema\":2,\"foreign\":[]}", "made by a newer version")]
    [InlineData("{\"schema\":1}", "is damaged or not a stored run")]
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
    [InlineData("workload.readers", "0")]
    [InlineData("source.packages", "{\"a\":null}")]
    [InlineData("looks.0.look", "\"latency\"")]
    [InlineData("looks.0.look", "0")]
    [InlineData("looks.0.look", "\"throughput\"")]
    [InlineData("looks.0.absentBecause", "\"no pinning here\"")]
    [InlineData("looks.0.settings.0", "null")]
    [InlineData("states.0", "null")]
    [InlineData("states.0.name", "\"Empty\"")]
    [InlineData("states.0.name", "\"a\\nb\"")]
    [InlineData("states.0.name", "\" \"")]
    [InlineData("states.0.title", "\"\\u202Eabc\"")]
    [InlineData("states.0.replies", "\"Perhaps\"")]
    [InlineData("states.0.operationsPerInvocation", "0")]
    [InlineData("states.0.checkedOperations", "-1")]
    [InlineData("states.0.unheardOf", "1")]
    [InlineData("launches.0", "null")]
    [InlineData("launches.0.state", "\"Nobody\"")]
    [InlineData("launches.0.round", "-1")]
    [InlineData("launches.0.round", "1")]
    [InlineData("launches.0.nanoseconds", "[]")]
    [InlineData("launches.0.nanoseconds", "[1,2]")]
    [InlineData("launches.0.nanoseconds.0", "0")]
    [InlineData("launches.0.nanoseconds.0", "-1")]
    [InlineData("launches.0.nanoseconds.0", "1e30")]
    [InlineData("launches.0.nanoseconds.0", "1e999")]
    [InlineData("launches.0.nanoseconds.0", "\"NaN\"")]
    [InlineData("launches.0.readersEnd.0", "0")]
    [InlineData("launches.0.writersEnd.0", "null")]
    [InlineData("launches.0.countedOperations", "0")]
    [InlineData("launches.0.countedOperations", "1.5")]
    [InlineData("launches.0.allocatedBytes", "-1")]
    [InlineData("launches.0.collections", "[0,0]")]
    [InlineData("launches.0.collections.2", "-1")]
    [InlineData("launches.0.completedWorkItems", "-1")]
    [InlineData("launches.0.lockContentions", "-1")]
    [InlineData("launches.0.peakPoolThreads", "-1")]
    [InlineData("launches.0.processorCount", "0")]
    [InlineData("launches.0.warmupSeconds", "-0.5")]
    [InlineData("launches.0.compilerQuiet", "\"yes\"")]
    [InlineData("failures", "[null]")]
    public void Load_WrongValue_SaysSoInOneLine(string field, string value)
    {
        RunFile.Save(SampleRun.Headline(), File);
        var node = JsonNode.Parse(System.IO.File.ReadAllText(File))!;
        Replace(node, field.Split('.'), JsonNode.Parse(value));
        System.IO.File.WriteAllText(File, node.ToJsonString());

        AssertRefused("");
    }

    [Theory]
    [InlineData("quotable")]
    [InlineData("machine")]
    [InlineData("failures")]
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
