using KeyedState.Benchmarks.Commands;
using KeyedState.Results;
using KeyedState.Tests.Contract;
using KeyedState.Tests.Results;

namespace KeyedState.Tests.Commands;

/// <summary>
/// The whole program on results that are not as it left them. Undisturbed, because the program finds its repository from the
/// current folder, which belongs to the process.
/// </summary>
[Collection(nameof(Undisturbed))]
public sealed class DamagedResultsTests : IDisposable
{
    private readonly string before = Environment.CurrentDirectory;
    private readonly string repository = Directory.CreateTempSubdirectory("keyed-state-").FullName;
    private readonly StringWriter output = new();
    private readonly StringWriter error = new();

    public DamagedResultsTests()
    {
        File.WriteAllText(Path.Combine(repository, "Benchmarks.sln"), "");
        File.WriteAllText(Path.Combine(repository, "README.md"), "<!-- answer:begin -->\n<!-- answer:end -->\n<!-- figures:begin -->\n<!-- figures:end -->\n");
        Environment.CurrentDirectory = repository;
    }

    private string ResultsRoot => Path.Combine(repository, "results");

    private string SuiteFolder => Path.Combine(ResultsRoot, "test-machine", "headline");

    public void Dispose()
    {
        Environment.CurrentDirectory = before;
        Directory.Delete(repository, recursive: true);
    }

    [Theory]
    [InlineData("", "is empty")]
    [InlineData("{", "is damaged")]
    [InlineData("\uFEFF{}", "is damaged")]
    [InlineData("{\"schema\":99}", "newer version")]
    [InlineData("{\"schema\":-1}", "no schema version")]
    [InlineData("{\"schema\":1e999}", "no schema version")]
    [InlineData("{\"schema\":2,\"schema\":2}", "is damaged")]
    [InlineData("{\"schema\":2,\"\\ud800\":1}", "is damaged")]
    [InlineData("{\"schema\":2,\"a\\u001b[31m\\nb\":[]}", "wrong value at")]
    public void Report_RunThatCannotBeUsed_SaysSoInOneLineAndReturns2(string content, string expected)
    {
        var run = Path.Combine(SuiteFolder, "runs", "20260131T123015Z.json");
        Directory.CreateDirectory(Path.GetDirectoryName(run)!);
        File.WriteAllText(run, content);

        AssertRefused(expected, "report");

        Assert.False(File.Exists(Path.Combine(SuiteFolder, "report.md")));
    }

    [Theory]
    [InlineData("report")]
    [InlineData("run --suite smoke")]
    public void Run_FileInPlaceOfTheResults_SaysSoInOneLineAndReturns2(string call)
    {
        File.WriteAllText(ResultsRoot, "no folder");

        AssertRefused("results cannot be written", call);

        Assert.Equal("no folder", File.ReadAllText(ResultsRoot));
    }

    [Fact]
    public void Report_FolderInPlaceOfAPage_SaysSoInOneLineAndReturns2()
    {
        Save();
        Directory.CreateDirectory(Path.Combine(SuiteFolder, "report.md", "x"));

        AssertRefused("report.md cannot be written", "report");

        Assert.Empty(Directory.GetFiles(ResultsRoot, "*.tmp", SearchOption.AllDirectories));
    }

    [Fact]
    public void Report_ResultsThatAreInUse_SaysSoInOneLineAndReturns2()
    {
        Save();
        using var held = ResultsLock.Take(new ResultsFolder(ResultsRoot), "run --suite headline");

        AssertRefused($"is in use by process {Environment.ProcessId} ", "report");
    }

    [Fact]
    public void Report_RunNamesAnotherFolder_WritesNothingOutsideItsOwn()
    {
        Save();
        var folder = Path.Combine(ResultsRoot, "another\u001b[31m", "headline", "runs");
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The system allows no such folder.");
        Directory.CreateDirectory(folder);
        File.Copy(Path.Combine(SuiteFolder, "runs", "20260131T123015Z.json"), Path.Combine(folder, "20260131T123015Z.json"));

        AssertRefused("belongs in", "report");

        Assert.DoesNotContain('\u001b', error.ToString());
    }

    [Fact]
    public void Report_PipeInPlaceOfARun_DoesNotWaitForIt()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Pipes with a name are made by a program of Linux.");
        var runs = Directory.CreateDirectory(Path.Combine(SuiteFolder, "runs"));
        using (var make = System.Diagnostics.Process.Start("mkfifo", Path.Combine(runs.FullName, "20260131T123015Z.json")))
        {
            make.WaitForExit();
        }

        AssertRefused("is empty", "report");
    }

    [Fact]
    public void Report_LinkToADeviceInPlaceOfARun_DoesNotReadItForEver()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The system has no such device.");
        var runs = Directory.CreateDirectory(Path.Combine(SuiteFolder, "runs"));
        File.CreateSymbolicLink(Path.Combine(runs.FullName, "20260131T123015Z.json"), "/dev/zero");

        AssertRefused("is empty", "report");
    }

    [Fact]
    public void Report_LinkToARun_ReadsIt()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need a right there that a user does not have.");
        Save();
        var run = Path.Combine(SuiteFolder, "runs", "20260131T123015Z.json");
        File.Move(run, Path.Combine(repository, "elsewhere.json"));
        File.CreateSymbolicLink(run, Path.Combine(repository, "elsewhere.json"));

        Assert.Equal(0, SuiteCommandLine.Run(["report"], output, error));
    }

    [Fact]
    public void Report_FolderThatMayNotBeRead_SaysSoInOneLineAndReturns2()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows() || Environment.IsPrivilegedProcess, "This user may read everything.");
        Directory.CreateDirectory(ResultsRoot);
        if (!OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(Path.Combine(ResultsRoot, "locked"), UnixFileMode.None);
        }

        AssertRefused("locked cannot be read by this user", "report");
    }

    [Fact]
    public void Report_NoFolderForTemporaryFiles_SaysSoInOneLineAndReturns2()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The variable has another name there.");
        var folder = Environment.GetEnvironmentVariable("TMPDIR");
        try
        {
            Environment.SetEnvironmentVariable("TMPDIR", Path.Combine(repository, "missing"));

            AssertRefused("missing/, does not exist: make it, or let TMPDIR name another", "report");
        }
        finally
        {
            Environment.SetEnvironmentVariable("TMPDIR", folder);
        }
    }

    [Fact]
    public void Report_NoResultsYet_WritesNothingAndReturns0()
    {
        Assert.Equal(0, SuiteCommandLine.Run(["report"], output, error));

        Assert.False(Path.Exists(ResultsRoot));
    }

    private void Save() => RunFile.Save(SampleRun.Headline(), new ResultsFolder(ResultsRoot).NewRunPath(SampleRun.Headline()));

    private void AssertRefused(string expected, string call)
    {
        Assert.Equal(2, SuiteCommandLine.Run(call.Split(' '), output, error));

        Assert.Empty(output.ToString());
        var line = Assert.Single(error.ToString().TrimEnd('\r', '\n').Split('\n'));
        Assert.Contains(expected, line, StringComparison.Ordinal);
        Assert.False(line.TrimEnd('\r').Any(char.IsControl), line);
    }
}
