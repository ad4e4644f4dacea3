using KeyedState.Benchmarks.Environments;

namespace KeyedState.Tests.Environments;

public sealed class DotnetHostTests : IDisposable
{
    private static readonly string Name = OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet";

    private readonly string root = Directory.CreateTempSubdirectory("keyed-state-").FullName;

    private string Host => Path.Combine(root, Name);

    private string Runtime => Path.Combine(root, "shared", "Microsoft.NETCore.App", "10.0.0") + Path.DirectorySeparatorChar;

    public void Dispose() => Directory.Delete(root, recursive: true);

    [Fact]
    public void Find_OnlyTheRuntimeIsKnown_IsTheHostBesideIt()
    {
        File.WriteAllText(Host, "");

        Assert.Equal(Host, DotnetHost.Find(told: null, "/somewhere/YourStates", Runtime));
    }

    [Fact]
    public void Find_HostThatToldItself_IsThatOne()
    {
        File.WriteAllText(Host, "");

        Assert.Equal(Host, DotnetHost.Find(Host, "/usr/bin/dotnet", Path.GetTempPath()));
    }

    [Fact]
    public void Find_ToldOneThatIsGone_IsTheProcesss() =>
        Assert.Equal("/usr/bin/dotnet", DotnetHost.Find(Host, "/usr/bin/dotnet", Runtime));

    [Fact]
    public void Find_NothingKnown_IsSoughtOnThePath() => Assert.Equal(Name, DotnetHost.Find(told: null, process: null, Runtime));

    [Fact]
    public void Path_OfThisProcess_IsThere() => Assert.True(File.Exists(DotnetHost.Path), DotnetHost.Path);

    [Fact]
    public void Extended_PathWithoutAHost_HasItsFolderLast() =>
        Assert.Equal($"/a{Path.PathSeparator}{root}", DotnetHost.Extended("/a", Host));

    [Fact]
    public void Extended_PathWithAHost_StaysAsItIs()
    {
        File.WriteAllText(Host, "");

        Assert.Null(DotnetHost.Extended($"/a{Path.PathSeparator}{root}", "/elsewhere/dotnet"));
    }
}
