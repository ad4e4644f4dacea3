using KeyedState.Benchmarks.Environments;

namespace KeyedState.Tests.Environments;

public sealed class TemporaryFolderTests : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("temporary-folder-").FullName;

    public void Dispose() => Directory.Delete(root, recursive: true);

    [Fact]
    public void Dispose_FolderWithFiles_LeavesNothing()
    {
        using (var folder = TemporaryFolder.Create(root, "test"))
        {
            File.WriteAllText(Path.Combine(folder.Path, "file"), "text");
        }

        Assert.Empty(Directory.GetFileSystemEntries(root));
    }

    /// <summary>What a killed program leaves: its folder, and a lock that nobody holds.</summary>
    [Fact]
    public void Create_FolderWhoseOwnerIsGone_RemovesIt()
    {
        var left = Directory.CreateDirectory(Path.Combine(root, "keyed-state-gate-left")).FullName;
        File.WriteAllText(Path.Combine(left, "file"), "text");
        File.WriteAllText(left + ".lock", "");

        using var folder = TemporaryFolder.Create(root, "test");

        Assert.False(Directory.Exists(left));
    }

    /// <summary>What a build that outlived its gate wrote after the folder was removed is removed too.</summary>
    [Fact]
    public void Create_FolderThatCameBack_RemovesItAgain()
    {
        var left = Path.Combine(root, "keyed-state-gate-left");
        File.WriteAllText(left + ".lock", "");
        for (var time = 0; time < 2; time++)
        {
            Directory.CreateDirectory(left);

            using var folder = TemporaryFolder.Create(root, "test");

            Assert.False(Directory.Exists(left));
        }
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(2, false)]
    public void Create_LockOfAFolderThatIsGone_IsKeptForAnHour(int hoursAgo, bool expected)
    {
        var left = Path.Combine(root, "keyed-state-gate-left.lock");
        File.WriteAllText(left, "");
        File.SetLastWriteTimeUtc(left, DateTime.UtcNow.AddHours(-hoursAgo));

        using var folder = TemporaryFolder.Create(root, "test");

        Assert.Equal(expected, File.Exists(left));
    }

    [Fact]
    public void Create_FolderWhoseOwnerLives_LeavesIt()
    {
        using var first = TemporaryFolder.Create(root, "test");
        File.WriteAllText(Path.Combine(first.Path, "file"), "text");

        using var second = TemporaryFolder.Create(root, "test");

        Assert.True(File.Exists(Path.Combine(first.Path, "file")));
    }

    [Fact]
    public void Create_FolderWithoutALock_LeavesIt()
    {
        var other = Directory.CreateDirectory(Path.Combine(root, "keyed-state-notes")).FullName;

        using var folder = TemporaryFolder.Create(root, "test");

        Assert.True(Directory.Exists(other));
    }
}
