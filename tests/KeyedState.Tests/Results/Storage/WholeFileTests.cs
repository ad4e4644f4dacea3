using KeyedState.Results;

namespace KeyedState.Tests.Results.Storage;

public sealed class WholeFileTests : IDisposable
{
    private const string FullDisk = "/dev/full";

    private readonly string folder = Directory.CreateTempSubdirectory("keyed-state-").FullName;

    private string Target => Path.Combine(folder, "run.json");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Write_FullDisk_LeavesTheOldContentAndNothingBeside()
    {
        Assert.SkipUnless(File.Exists(FullDisk), "This system has no device that is always full.");
        WholeFile.Write(Target, "old");
        File.CreateSymbolicLink(Target + ".tmp", FullDisk);

        AssertRefused(Target);

        Assert.Equal("old", File.ReadAllText(Target));
        Assert.Equal([Target], Directory.GetFileSystemEntries(folder));
    }

    [Fact]
    public void Write_FileWhereTheFolderShouldBe_SaysSoInOneLine()
    {
        WholeFile.Write(Target, "old");

        AssertRefused(Path.Combine(Target, "runs", "a.json"));

        Assert.Equal("old", File.ReadAllText(Target));
    }

    [Fact]
    public void Write_FolderWhereTheFileShouldBe_LeavesNothingBeside()
    {
        Directory.CreateDirectory(Target);

        AssertRefused(Target);

        Assert.Equal([Target], Directory.GetFileSystemEntries(folder));
    }

    private static void AssertRefused(string path)
    {
        var error = Assert.Throws<IOException>(() => WholeFile.Write(path, new string('x', 100_000)));
        Assert.StartsWith($"{path} cannot be written (", error.Message, StringComparison.Ordinal);
        Assert.EndsWith("see that its folder may be written to and that the disk has room.", error.Message, StringComparison.Ordinal);
        Assert.False(PlainText.HasControls(error.Message));
    }
}
