using System.Text.Json.Nodes;
using KeyedState.Results;

namespace KeyedState.Tests.Results.Storage;

public sealed class RunFileTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("keyed-state-").FullName;

    private string File => Path.Combine(folder, "run.json");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Load_AfterSaveOfAReason_GivesTheReason()
    {
        var run = SampleRun.Headline();
        run = run with { States = [run.States[0] with { DependsOnAlternation = true, DependsBecause = "writes wait for a read" }, .. run.States.Skip(1)] };
        RunFile.Save(run, File);

        Assert.Equal(run.States[0], RunFile.Load(File).States[0]);
    }

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
    public void Save_SettingsInAnotherOrder_GivesTheSameBytes()
    {
        var (a, b) = (new KeyValuePair<string, string>("A", "1"), new KeyValuePair<string, string>("B", "2"));
        RunFile.Save(WithSettings(a, b), File);
        var first = System.IO.File.ReadAllBytes(File);

        RunFile.Save(WithSettings(b, a), File);

        Assert.Equal(first, System.IO.File.ReadAllBytes(File));
    }

    [Fact]
    public void Load_HarnessThatWasNotMeasured_IsARun()
    {
        RunFile.Save(SampleRun.Headline() with { HarnessScaling = null }, File);

        Assert.Null(RunFile.Load(File).HarnessScaling);
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData(20.0, 0.0)]
    public void Load_ConstantWorkOrRunsOfOneOperation_IsARun(double? window, double? run)
    {
        var whole = SampleRun.Headline();
        var protocol = whole.Looks[0].Protocol with { WindowMilliseconds = window, RunMicroseconds = run };
        RunFile.Save(whole with { Looks = [whole.Looks[0] with { Protocol = protocol }, whole.Looks[1]] }, File);

        Assert.Equal(protocol, RunFile.Load(File).Looks[0].Protocol);
    }

    /// <summary>As runs have it that were stored before the reason was.</summary>
    [Fact]
    public void Load_DependenceWithoutItsReason_IsARun()
    {
        var run = SampleRun.Headline();
        RunFile.Save(run with { States = [run.States[0] with { DependsOnAlternation = true }, .. run.States.Skip(1)] }, File);
        Assert.DoesNotContain("dependsBecause", System.IO.File.ReadAllText(File), StringComparison.Ordinal);

        var state = RunFile.Load(File).States[0];

        Assert.Equal((true, null), (state.DependsOnAlternation, state.DependsBecause));
    }

    [Fact]
    public void Load_CardOfARunThatEndedEarly_IsTheSame()
    {
        var run = SampleRun.Headline() with { Cards = new(SampleCard.Scant, After: null) };

        RunFile.Save(run, File);

        Assert.Equivalent(run, RunFile.Load(File), strict: true);
    }

    /// <summary>As runs have it that were stored before cards were.</summary>
    [Fact]
    public void Load_NoCard_IsARun()
    {
        RunFile.Save(SampleRun.Headline() with { Cards = null }, File);

        Assert.Null(RunFile.Load(File).Cards);
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
        Assert.Contains("\"look\": \"all cores\"", text, StringComparison.Ordinal);
        Assert.Contains("\"plannedLaunches\": 144", text, StringComparison.Ordinal);
        Assert.DoesNotContain('\r', text);
    }

    [Fact]
    public void Save_ManyLaunches_TakesALineForEach()
    {
        RunFile.Save(SampleRun.Headline(), File);

        var lines = System.IO.File.ReadAllLines(File);
        Assert.Equal(144, lines.Count(line => line.StartsWith("    {\"state\":", StringComparison.Ordinal)));
        Assert.Equal(15, lines.Count(line => line.StartsWith("    {\"name\":", StringComparison.Ordinal)));
        Assert.InRange(lines.Length, 144, 375);
    }

    [Fact]
    public void Load_ANumberALine_GivesTheSameRun()
    {
        RunFile.Save(SampleRun.Headline(), File);
        var spread = JsonNode.Parse(System.IO.File.ReadAllText(File))!.ToJsonString(new() { WriteIndented = true });
        System.IO.File.WriteAllText(File, spread);

        Assert.Equivalent(SampleRun.Headline(), RunFile.Load(File), strict: true);
    }

    private static StoredRun WithSettings(params KeyValuePair<string, string>[] settings)
    {
        var run = SampleRun.Headline();
        return run with { Looks = [.. run.Looks.Select(look => look with { Placement = look.Placement with { RuntimeSettings = new Dictionary<string, string>(settings) } })] };
    }
}
