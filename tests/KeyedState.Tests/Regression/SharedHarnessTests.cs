using KeyedState.Benchmarks.Gate;
using KeyedState.Regression;
using KeyedState.Results;

namespace KeyedState.Tests.Regression;

/// <summary>Programs of files that hold nothing but whose they are, put together by what they say they are made of.</summary>
public sealed class SharedHarnessTests : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("shared-harness-").FullName;

    public void Dispose() => Directory.Delete(root, recursive: true);

    [Fact]
    public void Compose_EditedHarness_IsTheHeadsWithTheBasesStates()
    {
        var composed = Compose(Publish("base"), Publish("head"));

        Assert.Equal("head", Read(composed, "KeyedState.Harness.dll"));
        Assert.Equal("head", Read(composed, "KeyedState.Benchmarks.dll"));
        Assert.Equal("base", Read(composed, "KeyedState.dll"));
        Assert.Equal("base", composed.Side.Name);
    }

    /// <summary>A state may become slower by its package, a harness by its own.</summary>
    [Fact]
    public void Compose_OtherPackage_IsOfWhoNeedsIt()
    {
        var composed = Compose(Publish("base", engine: "1.0"), Publish("head", engine: "2.0"));
        var found = DependencyFile.Load(composed.Program);

        Assert.Equal(("base", "head"), (Read(composed, "Engine.dll"), Read(composed, "Statistics.dll")));
        Assert.Contains("\"Engine/1.0\"", File.ReadAllText(DependencyFile.PathOf(composed.Program)), StringComparison.Ordinal);
        Assert.DoesNotContain("\"Engine/2.0\"", File.ReadAllText(DependencyFile.PathOf(composed.Program)), StringComparison.Ordinal);
        Assert.Equal(["Engine.dll"], found.FilesOf("Engine"));
    }

    /// <summary>Another collector makes states slower as other code does.</summary>
    [Fact]
    public void Compose_OtherSettingsOfTheRuntime_AreOfTheirBuild()
    {
        var composed = Compose(Publish("base"), Publish("head"));

        Assert.Equal("base", Read(composed, "KeyedState.Benchmarks.runtimeconfig.json"));
    }

    /// <summary>A state that moved to an assembly which the base does not have would be compared with itself.</summary>
    [Fact]
    public void Compose_StatesThatOnlyTheHeadHas_AreNotInIt()
    {
        var composed = Compose(Publish("base"), Publish("head", more: "States.More"));

        Assert.False(File.Exists(Path.Combine(Path.GetDirectoryName(composed.Program)!, "States.More.dll")));
        Assert.DoesNotContain("States.More", DependencyFile.Load(composed.Program).Projects);
    }

    [Fact]
    public void Compose_ProgramThatDoesNotSayWhatItIsMadeOf_IsRefused()
    {
        var head = Publish("head");
        File.WriteAllText(DependencyFile.PathOf(head.Program), "{}");

        Assert.Contains("does not say what the program is made of", Assert.Throws<FormatException>(() => Compose(Publish("base"), head)).Message, StringComparison.Ordinal);
    }

    /// <summary>As where a pull request brings in the states and the gate at once: a worker without states would end at its first word.</summary>
    [Fact]
    public void Compose_BaseWithoutStates_CantBeCompared()
    {
        var before = Publish("base");
        var made = DependencyFile.Load(before.Program);
        made.Remove("KeyedState");
        made.Save(before.Program);

        Assert.StartsWith("The program of base does not use KeyedState ", Assert.Throws<CannotCompareException>(() => Compose(before, Publish("head"))).Message, StringComparison.Ordinal);
    }

    private PublishedBuild Compose(PublishedBuild before, PublishedBuild after) => SharedHarness.Compose(before, after, Path.Combine(root, "composed"));

    private static string Read(PublishedBuild build, string file) => File.ReadAllText(Path.Combine(Path.GetDirectoryName(build.Program)!, file));

    private PublishedBuild Publish(string name, string engine = "1.0", string? more = null)
    {
        var folder = Directory.CreateDirectory(Path.Combine(root, name)).FullName;
        string[] projects = ["KeyedState.Benchmarks", "KeyedState.Harness", "KeyedState", .. more is null ? [] : new[] { more }];
        foreach (var file in projects.Append("Engine").Append("Statistics"))
        {
            File.WriteAllText(Path.Combine(folder, file + ".dll"), name);
        }

        var program = Path.Combine(folder, "KeyedState.Benchmarks.dll");
        File.WriteAllText(SourceTree.RuntimeConfigOf(program), name);
        File.WriteAllText(DependencyFile.PathOf(program), $$$"""
            {
              "targets": { "net": {
                {{{string.Concat(projects.Skip(3).Select(project => $"\"{project}/1.0.0\": {{ \"runtime\": {{ \"{project}.dll\": {{}} }} }},"))}}}
                "KeyedState.Benchmarks/1.0.0": { "dependencies": { "KeyedState": "1.0.0", "KeyedState.Harness": "1.0.0", "Statistics": "1.0" }, "runtime": { "KeyedState.Benchmarks.dll": {} } },
                "KeyedState.Harness/1.0.0": { "dependencies": { "KeyedState": "1.0.0" }, "runtime": { "KeyedState.Harness.dll": {} } },
                "KeyedState/1.0.0": { "dependencies": { "Engine": "{{{engine}}}" }, "runtime": { "KeyedState.dll": {} } },
                "Engine/{{{engine}}}": { "runtime": { "lib/net8.0/Engine.dll": {} } },
                "Statistics/1.0": { "runtime": { "lib/net8.0/Statistics.dll": {} } }
              } },
              "libraries": {
                {{{string.Concat(projects.Select(project => $"\"{project}/1.0.0\": {{ \"type\": \"project\" }},"))}}}
                "Engine/{{{engine}}}": { "type": "package" },
                "Statistics/1.0": { "type": "package" }
              }
            }
            """);
        return new PublishedBuild(new GateSide(name, null, Changed: false), "dotnet", program);
    }
}
