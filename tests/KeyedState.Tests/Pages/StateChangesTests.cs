using KeyedState.Benchmarks;
using KeyedState.Benchmarks.Environments;
using KeyedState.Benchmarks.Pages;
using KeyedState.Results;

namespace KeyedState.Tests.Pages;

public sealed class StateChangesTests : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("keyed-state-").FullName;

    public StateChangesTests()
    {
        Assert.SkipWhen(Git.Ask(root, "--version") is null, "git is not installed.");
        Ask("init", "--quiet");
        Write("src/A/LockState.cs", "[State] public sealed class LockState { }");
        Write("src/A/PumpOwnerState.cs", "[State] public sealed class PumpOwnerState { Pump pump; }");
        Write("src/A/Pump.cs", "internal sealed class Pump { }");
    }

    public void Dispose()
    {
        // On Windows git's own files may not be written.
        foreach (var file in Directory.GetFiles(root, "*", SearchOption.AllDirectories))
        {
            File.SetAttributes(file, FileAttributes.Normal);
        }

        Directory.Delete(root, recursive: true);
    }

    [Fact]
    public void Since_WorkingTreeAsCommitted_IsNothing() => Assert.Empty(Since(Commit())!);

    [Fact]
    public void Since_FileOfAStateChanged_IsThatState()
    {
        var commit = Commit();
        Write("src/A/LockState.cs", "[State] public sealed class LockState { int changed; }");
        Commit();

        Assert.Equal(["Lock"], Since(commit)!);
    }

    [Fact]
    public void Since_FileThatAStateNamesChangedAndIsNotCommitted_IsThatState()
    {
        var commit = Commit();
        Write("src/A/Pump.cs", "internal sealed class Pump { int changed; }");

        Assert.Equal(["PumpOwner"], Since(commit)!);
    }

    /// <summary>What a state runs is its package's code too.</summary>
    [Fact]
    public void Since_OtherVersionOfAPackage_AreTheStatesThatStandOnIt()
    {
        Dictionary<string, string> packages = new() { ["Akka"] = "0.0.1", ["NonBlocking"] = PackageVersions.Of("NonBlocking"), ["BenchmarkDotNet"] = "0.0.1" };

        var changed = new StateChanges(root, SuiteCatalogue.Default.Entries).Since(new StoredSource(Commit(), Dirty: false, packages))!;

        Assert.NotEmpty(changed);
        Assert.Equal(
            SuiteCatalogue.Default.Entries.Where(entry => entry.Declared.Package == "Akka").Select(entry => entry.Name).Order(StringComparer.Ordinal), changed.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("0123456789abcdef0123456789abcdef01234567")]
    [InlineData("--output=elsewhere")]
    [InlineData(null)]
    public void Since_CommitThatGitDoesNotHave_IsNotKnown(string? commit)
    {
        Commit();

        Assert.Null(Since(commit));
        Assert.False(File.Exists(Path.Combine(root, "elsewhere")));
    }

    [Fact]
    public void Since_RunWithChangesThatWereNotCommitted_IsNotKnown() =>
        Assert.Null(new StateChanges(root, SuiteCatalogue.Default.Entries).Since(new StoredSource(Commit(), Dirty: true, new Dictionary<string, string>())));

    [Fact]
    public void Since_NoRepository_IsNotKnown() => Assert.Null(
        new StateChanges(Path.GetTempPath(), []).Since(new StoredSource(Commit(), Dirty: false, new Dictionary<string, string>())));

    private IReadOnlySet<string>? Since(string? commit) => new StateChanges(root, SuiteCatalogue.Default.Entries).Since(new StoredSource(commit, Dirty: false, new Dictionary<string, string>()));

    private string Commit()
    {
        Ask("add", ".");
        Ask("-c", "user.name=test", "-c", "user.email=test@example.org", "-c", "commit.gpgsign=false", "commit", "--quiet", "--message", "change");
        return Ask("rev-parse", "HEAD");
    }

    private string Ask(params string[] arguments)
    {
        var answer = Git.Ask(root, arguments);
        Assert.NotNull(answer);
        return answer;
    }

    private void Write(string path, string text)
    {
        var file = Path.Combine(root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text + "\n");
    }
}
