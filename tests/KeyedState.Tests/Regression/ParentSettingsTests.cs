using KeyedState.Benchmarks.Gate;

namespace KeyedState.Tests.Regression;

public sealed class ParentSettingsTests : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("parent-settings-").FullName;
    private readonly string sources;
    private readonly string apart;

    public ParentSettingsTests()
    {
        sources = Directory.CreateDirectory(Path.Combine(root, "parent", "middle", "sources")).FullName;
        apart = Directory.CreateDirectory(Path.Combine(root, "apart")).FullName;
    }

    public void Dispose() => Directory.Delete(root, recursive: true);

    [Theory]
    [InlineData("Directory.Build.props")]
    [InlineData("Directory.Build.targets")]
    [InlineData("Directory.Packages.props")]
    [InlineData("Directory.Build.rsp")]
    public void Repeat_FileAboveTheSources_IsAboveTheOthersToo(string name)
    {
        var above = Path.Combine(root, "parent", name);
        File.WriteAllText(above, "<Project />");

        ParentSettings.Repeat(sources, apart);

        Assert.Contains(above, File.ReadAllText(Path.Combine(apart, name)), StringComparison.Ordinal);
    }

    [Fact]
    public void Repeat_SdkAboveTheSources_IsTheOthersToo()
    {
        File.WriteAllText(Path.Combine(root, "parent", "global.json"), "{ \"sdk\": {} }");

        ParentSettings.Repeat(sources, apart);

        Assert.Equal("{ \"sdk\": {} }", File.ReadAllText(Path.Combine(apart, "global.json")));
    }

    /// <summary>Who has a file never sees the one above it.</summary>
    [Fact]
    public void Repeat_SourcesWithAFileOfTheirOwn_HaveNothingAbove()
    {
        File.WriteAllText(Path.Combine(root, "parent", "Directory.Build.props"), "<Project />");
        File.WriteAllText(Path.Combine(sources, "Directory.Build.props"), "<Project />");

        ParentSettings.Repeat(sources, apart);

        Assert.Equal("<Project />\n", File.ReadAllText(Path.Combine(apart, "Directory.Build.props")));
    }

    [Fact]
    public void Repeat_PathThatMsBuildWouldRead_IsWrittenForIt()
    {
        var strange = Directory.CreateDirectory(Path.Combine(root, "100%25;a", "sources")).FullName;
        File.WriteAllText(Path.Combine(root, "100%25;a", "Directory.Build.targets"), "<Project />");

        ParentSettings.Repeat(strange, apart);

        Assert.Contains("100%2525%3Ba", File.ReadAllText(Path.Combine(apart, "Directory.Build.targets")), StringComparison.Ordinal);
    }

    [Fact]
    public void Repeat_NoSources_KeepsTheTemporaryFoldersParentsAway()
    {
        ParentSettings.Repeat(null, apart);

        Assert.Equal("<Project />\n", File.ReadAllText(Path.Combine(apart, "Directory.Build.targets")));
        Assert.Equal("", File.ReadAllText(Path.Combine(apart, "Directory.Build.rsp")));
    }
}
