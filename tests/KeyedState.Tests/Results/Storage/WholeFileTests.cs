using System.Diagnostics;
using System.Runtime.Versioning;
using KeyedState.Results;

namespace KeyedState.Tests.Results.Storage;

public sealed class WholeFileTests : IDisposable
{
    private const string FullDisk = "/dev/full";
    private const string NeedsUnix = "This system has no links, pipes and permissions like Unix.";
    private const string NeedsRoot = "This user may not make devices.";

    private readonly string folder = Directory.CreateTempSubdirectory("keyed-state-").FullName;

    public static bool IsWindows => OperatingSystem.IsWindows();

    private string Target => Path.Combine(folder, "run.json");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Write_FullDisk_LeavesTheOldContentAndNothingBeside()
    {
        Assert.SkipUnless(File.Exists(FullDisk), "This system has no device that is always full.");
        WholeFile.Write(Target, "old");
        File.CreateSymbolicLink(Target + ".keyed-state.tmp", FullDisk);

        AssertRefused(Target);

        Assert.Equal("old", File.ReadAllText(Target));
        Assert.Equal([Target], Directory.GetFileSystemEntries(folder));
    }

    [Fact]
    public void Write_FileOfTheUsersBesideIt_StaysAsItIs()
    {
        File.WriteAllText(Target + ".tmp", "the user's");

        WholeFile.Write(Target, "new");

        Assert.Equal("the user's", File.ReadAllText(Target + ".tmp"));
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

    [Fact(Skip = NeedsUnix, SkipWhen = nameof(IsWindows))]
    public void Write_SymbolicLink_ReplacesWhatItLeadsTo()
    {
        var (link, through) = (Path.Combine(folder, "link.json"), Path.Combine(folder, "elsewhere", "link.json"));
        Directory.CreateDirectory(Path.GetDirectoryName(through)!);
        WholeFile.Write(Target, "old");
        File.CreateSymbolicLink(through, Target);
        File.CreateSymbolicLink(link, Path.Combine("elsewhere", "link.json"));

        WholeFile.Write(link, "new");

        Assert.Equal("new", File.ReadAllText(Target));
        Assert.Equal(Path.Combine("elsewhere", "link.json"), new FileInfo(link).LinkTarget);
        Assert.Equal(Target, new FileInfo(through).LinkTarget);
        Assert.Equal(3, Directory.GetFileSystemEntries(folder).Length);
    }

    [Fact(Skip = NeedsUnix, SkipWhen = nameof(IsWindows))]
    public void Write_SymbolicLinkToNothing_MakesWhatItLeadsTo()
    {
        var link = Path.Combine(folder, "link.json");
        File.CreateSymbolicLink(link, Target);

        WholeFile.Write(link, "new");

        Assert.Equal("new", File.ReadAllText(Target));
        Assert.Equal(Target, new FileInfo(link).LinkTarget);
    }

    [Fact(Skip = NeedsUnix, SkipWhen = nameof(IsWindows))]
    public void Write_LinkToAFolder_IsRefusedAndBothStay()
    {
        var link = Path.Combine(folder, "link.json");
        Directory.CreateDirectory(Target);
        File.CreateSymbolicLink(link, Target);

        AssertRefused(link);

        Assert.Equal(Target, new FileInfo(link).LinkTarget);
        Assert.Equal([link, Target], Directory.GetFileSystemEntries(folder).Order(StringComparer.Ordinal));
    }

    /// <summary>As /dev/stdout is, behind the shell's >>: what the file holds already stays, and whoever has it open sees the rest.</summary>
    [Theory]
    [InlineData("/proc/self/fd/")]
    [InlineData("/dev/fd/")]
    public void Write_FileThatIsOpen_GetsTheTextAtItsEnd(string open)
    {
        Assert.SkipUnless(Directory.Exists("/proc/self/fd"), "This system does not show which files are open.");
        File.WriteAllText(Target, "before\n");
        using var stream = new FileStream(Target, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);

        WholeFile.Write(open + stream.SafeFileHandle.DangerousGetHandle(), "text");

        Assert.Equal("before\ntext", new StreamReader(stream).ReadToEnd());
        Assert.Equal("before\ntext", File.ReadAllText(Target));
    }

    [Fact(Skip = NeedsUnix, SkipWhen = nameof(IsWindows))]
    public async Task Write_Pipe_IsWrittenInto()
    {
        Assert.True(Make("mkfifo", Target));
        var read = Task.Run(() => File.ReadAllText(Target), TestContext.Current.CancellationToken);

        WholeFile.Write(Target, "text");

        Assert.Equal("text", await read);
        Assert.Equal([Target], Directory.GetFileSystemEntries(folder));
    }

    // Devices of the test's own: the system's would be gone if this failed.
    [Fact(Skip = NeedsUnix, SkipWhen = nameof(IsWindows))]
    public void Write_DeviceThatTakesAll_StaysADevice()
    {
        Assert.SkipUnless(Make("mknod", Target, "c", "1", "3"), NeedsRoot);

        WholeFile.Write(Target, "text");

        Assert.Empty(File.ReadAllText(Target));
        Assert.Equal([Target], Directory.GetFileSystemEntries(folder));
    }

    [Fact(Skip = NeedsUnix, SkipWhen = nameof(IsWindows))]
    public void Write_LinkToAFullDevice_IsRefusedAndBothStay()
    {
        var device = Target + ".full";
        Assert.SkipUnless(Make("mknod", device, "c", "1", "7"), NeedsRoot);
        File.CreateSymbolicLink(Target, device);

        AssertRefused(Target);

        Assert.Equal(device, new FileInfo(Target).LinkTarget);
        Assert.Equal([Target, device], Directory.GetFileSystemEntries(folder).Order(StringComparer.Ordinal));
        Assert.Throws<IOException>(() => File.AppendAllText(device, "still full"));
    }

    [Fact(Skip = NeedsUnix, SkipWhen = nameof(IsWindows))]
    [UnsupportedOSPlatform("windows")]
    public void Write_FileWithPermissions_KeepsThem()
    {
        const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        WholeFile.Write(Target, "old");
        File.SetUnixFileMode(Target, Private);

        WholeFile.Write(Target, "new");

        Assert.Equal("new", File.ReadAllText(Target));
        Assert.Equal(Private, File.GetUnixFileMode(Target));
    }

    [Fact]
    public void Write_EmptyFile_IsFilled()
    {
        File.WriteAllText(Target, "");

        WholeFile.Write(Target, "new");

        Assert.Equal("new", File.ReadAllText(Target));
        Assert.Equal([Target], Directory.GetFileSystemEntries(folder));
    }

    private static bool Make(params string[] command)
    {
        using var made = Process.Start(new ProcessStartInfo(command[0], command[1..]) { RedirectStandardError = true })!;
        made.WaitForExit();
        return made.ExitCode == 0;
    }

    private static void AssertRefused(string path)
    {
        var error = Assert.Throws<IOException>(() => WholeFile.Write(path, new string('x', 100_000)));
        Assert.StartsWith($"{path} cannot be written (", error.Message, StringComparison.Ordinal);
        Assert.EndsWith("see that its folder may be written to and that the disk has room.", error.Message, StringComparison.Ordinal);
        Assert.False(PlainText.HasControls(error.Message));
    }
}
