using KeyedState.Benchmarks.Environments;
using KeyedState.Benchmarks.Gate;

namespace KeyedState.Tests.Regression;

/// <summary>Builds by name, on a repository of two commits that holds no project.</summary>
public sealed class SourceTreeTests : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("source-tree-").FullName;
    private readonly string repository;
    private readonly string apart;

    public SourceTreeTests()
    {
        repository = Directory.CreateDirectory(Path.Combine(root, "repository")).FullName;
        apart = Path.Combine(root, "apart");
        Git("init", "-q", "-b", "main");
        Commit("one");
        Commit("two");
    }

    public void Dispose()
    {
        // Git keeps its objects read-only, which Windows does not delete.
        foreach (var file in Directory.GetFiles(root, "*", SearchOption.AllDirectories))
        {
            File.SetAttributes(file, FileAttributes.Normal);
        }

        Directory.Delete(root, recursive: true);
    }

    [Fact]
    public void Open_Commit_IsCheckedOutApartAndRemovedAfterwards()
    {
        using (SourceTree.Open("HEAD~1", repository, apart, CancellationToken.None))
        {
            Assert.Equal("one", File.ReadAllText(Path.Combine(apart, "file")));
            Assert.Equal("two", File.ReadAllText(Path.Combine(repository, "file")));
        }

        Assert.False(Directory.Exists(apart));
        Assert.Single(Git("worktree", "list").Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Theory]
    [InlineData("no-such-commit")]
    [InlineData("--help")]
    [InlineData("")]
    public void Open_NeitherFolderNorCommit_SaysSo(string name) => Assert.StartsWith(
        $"There is no folder and no commit {name}:",
        Assert.Throws<FormatException>(() => SourceTree.Open(name, repository, apart, CancellationToken.None)).Message,
        StringComparison.Ordinal);

    [Fact]
    public void Publish_NoSuchProject_SaysSo()
    {
        using var tree = SourceTree.Open(repository, null, apart, CancellationToken.None);

        Assert.Equal(
            $"{repository} has no project bench/Other: name the program's with --project, relative to the top of its sources.",
            Assert.Throws<FormatException>(() => tree.Publish("bench/Other", Path.Combine(root, "out"), CancellationToken.None)).Message);
    }

    [Fact]
    public void Publish_PublishedProgram_IsTakenAsItIs()
    {
        File.WriteAllText(Path.Combine(repository, "Program.runtimeconfig.json"), "{}");
        using var tree = SourceTree.Open(repository, null, apart, CancellationToken.None);

        var build = tree.Publish("anything", Path.Combine(root, "out"), CancellationToken.None);

        Assert.Equal(Path.Combine(repository, "Program.dll"), build.Program);
        Assert.True(build.Side.Changed);
        Assert.Equal(Git("rev-parse", "HEAD").Trim(), build.Side.Commit);
    }

    /// <summary>A program that brings states of its own refers to the suite's, which is then published beside it.</summary>
    [Theory]
    [InlineData("YourStates", "YourStates", "KeyedState.Benchmarks")]
    [InlineData("KeyedState.Benchmarks", "KeyedState.Benchmarks")]
    public void Publish_ProgramThatRefersToTheSuites_IsTheOther(string expected, params string[] published)
    {
        foreach (var program in published)
        {
            File.WriteAllText(Path.Combine(repository, $"{program}.runtimeconfig.json"), "{}");
        }

        using var tree = SourceTree.Open(repository, repository, apart, CancellationToken.None);

        Assert.Equal(Path.Combine(repository, $"{expected}.dll"), tree.Publish("bench", apart, CancellationToken.None).Program);
    }

    [Fact]
    public void Publish_SourceThatDoesNotBuild_NamesTheError()
    {
        Directory.CreateDirectory(Path.Combine(repository, "project"));
        File.WriteAllText(Path.Combine(repository, "project", "project.csproj"), "<Project");
        using var tree = SourceTree.Open(repository, null, apart, CancellationToken.None);

        var error = Assert.Throws<BuildFailedException>(() => tree.Publish("project", Path.Combine(root, "out"), CancellationToken.None));

        Assert.StartsWith($"{repository} does not build: ", error.Message, StringComparison.Ordinal);
        Assert.Contains("error", error.Message, StringComparison.Ordinal);
    }

    private void Commit(string content)
    {
        File.WriteAllText(Path.Combine(repository, "file"), content);
        Git("add", ".");
        Git("-c", "user.name=Test", "-c", "user.email=test@example.com", "-c", "commit.gpgsign=false", "commit", "-q", "-m", content);
    }

    private string Git(params string[] arguments)
    {
        var (exit, output, errors) = ExternalProcess.Run("git", repository, CancellationToken.None, arguments);
        return exit == 0 ? output : throw new InvalidOperationException(errors);
    }
}
