using KeyedState.Benchmarks.Environments;
using KeyedState.Benchmarks.Gate;
using KeyedState.Tests.Environments;

namespace KeyedState.Tests.Regression;

/// <summary>Builds by name, on a repository of two commits that holds no project.</summary>
public sealed class SourceTreeTests : IDisposable
{
    private readonly GitRepository repository = new();

    public SourceTreeTests()
    {
        repository.Write("file", "one");
        repository.Commit();
        repository.Write("file", "two");
        repository.Commit();
    }

    private string Apart => Path.Combine(repository.Outside, "apart");

    public void Dispose() => repository.Dispose();

    [Fact]
    public void Open_Commit_IsWrittenApart()
    {
        var tree = Open("HEAD~1");

        Assert.Equal((Apart, "one\n"), (tree.Folder, File.ReadAllText(Path.Combine(Apart, "file"))));
        Assert.Equal("two\n", File.ReadAllText(repository.At("file")));
    }

    /// <summary>The user's index, worktrees and settings, and their hooks, of which a checkout would run one.</summary>
    [Fact]
    public void Open_Commit_ChangesNothingInTheRepository()
    {
        repository.AddHook("post-checkout");
        repository.AddHook("post-index-change");
        var before = repository.Snapshot();

        Open("HEAD~1");

        Assert.Equal(before, repository.Snapshot());
        Assert.False(repository.HookRan);
    }

    [Fact]
    public void Open_FilesThatTheCheckoutLeavesOut_AreThere()
    {
        repository.Write("far/file", "text");
        repository.Commit();
        repository.Run("sparse-checkout", "set", "near");
        Assert.False(File.Exists(repository.At("far/file")));

        Open("HEAD");

        Assert.True(File.Exists(Path.Combine(Apart, "far", "file")));
    }

    [Fact]
    public void Open_LineEndsThatTheRepositorySets_AreThoseOfACheckout()
    {
        repository.Write(".gitattributes", "*.txt eol=crlf");
        repository.Write("page.txt", "one");
        repository.Commit();

        Open("HEAD");

        Assert.Equal("one\r\n", File.ReadAllText(Path.Combine(Apart, "page.txt")));
    }

    /// <summary>Where git is, it says itself, in letters that the system's console may not have.</summary>
    [Fact]
    public void Open_RepositoryBelowStrangeLetters_IsWritten()
    {
        var clone = Path.Combine(repository.Outside, "für mich ż");
        repository.Run("clone", "--quiet", repository.Path, clone);

        SourceTree.Open("HEAD", Checkout.Of(clone, "file"), Apart, CancellationToken.None);

        Assert.Equal("two\n", File.ReadAllText(Path.Combine(Apart, "file")));
    }

    [Fact]
    public void Open_CommitOfManyPrograms_HasTheFolderOfTheSources()
    {
        repository.Write("tools/suite/file", "text");
        repository.Commit();

        var tree = SourceTree.Open("HEAD", Checkout.Of(repository.At("tools/suite"), "file"), Apart, CancellationToken.None);

        Assert.Equal("text\n", File.ReadAllText(Path.Combine(tree.Folder, "file")));
        Assert.True(tree.Has("file"));
    }

    [Fact]
    public void Open_Submodule_HasItsSourcesWhereTheyAreThere()
    {
        using var library = new GitRepository();
        library.Write("code", "of the library");
        library.Commit();
        repository.Run("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", library.Path, "library");
        repository.Commit();

        Open("HEAD");

        Assert.Equal("of the library\n", File.ReadAllText(Path.Combine(Apart, "library", "code")));
    }

    [Fact]
    public void Publish_SubmoduleThatIsNotHere_IsNamed()
    {
        repository.Run("update-index", "--add", "--cacheinfo", "160000,0123456789abcdef0123456789abcdef01234567,library");
        repository.Run("commit", "--quiet", "--message", "submodule");
        repository.Write("project/project.csproj", "<Project");
        repository.Run("add", "project");
        repository.Run("commit", "--quiet", "--message", "project");

        var error = Assert.Throws<BuildFailedException>(() => Open("HEAD").Publish("project", Out, CancellationToken.None));

        Assert.EndsWith("(Its commit of the submodule library is not in this clone: git submodule update --init --recursive.)", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_BranchNamedLikeAFolder_IsTheBranch()
    {
        var folder = Directory.GetDirectories(".").Select(path => Path.GetFileName(path)!).First(name => char.IsAsciiLetter(name[0]));
        repository.Run("branch", folder, "HEAD~1");

        // A path is never a commit, so the folder can still be meant.
        Assert.Equal((true, false), (Open(folder).IsApart, Open("./" + folder).IsApart));
    }

    [Theory]
    [InlineData("no-such-commit")]
    [InlineData("--help")]
    [InlineData("")]
    public void Open_NeitherFolderNorCommit_SaysSo(string name) => Assert.StartsWith(
        $"There is no folder and no commit {name}:", Assert.Throws<FormatException>(() => Open(name)).Message, StringComparison.Ordinal);

    [Fact]
    public void Open_CommitThatAShallowCloneLacks_CantBeCompared()
    {
        var shallow = Path.Combine(repository.Outside, "shallow");
        repository.Run("clone", "--quiet", "--depth", "1", new Uri(repository.Path).AbsoluteUri, shallow);
        var checkout = Checkout.Of(shallow, "file");

        var error = Assert.Throws<CannotCompareException>(() => SourceTree.Open("HEAD~1", checkout, Apart, CancellationToken.None));

        Assert.Contains("git fetch --unshallow", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_NoRepository_SaysWhy() => Assert.Equal(
        $"There is no folder HEAD, and no commit can be looked up: {repository.Outside} is not under version control.",
        Assert.Throws<FormatException>(() => SourceTree.Open("HEAD", Checkout.Of(repository.Outside, "."), Apart, CancellationToken.None)).Message);

    [Fact]
    public void Publish_NoSuchProject_SaysSo() => Assert.Equal(
        $"{repository.Path} has no project bench/Other: name the program's with --project, relative to the top of its sources.",
        Assert.Throws<FormatException>(() => Open(repository.Path).Publish("bench/Other", Out, CancellationToken.None)).Message);

    [Fact]
    public void Publish_PublishedProgram_IsTakenAsItIs()
    {
        repository.Write("Program.runtimeconfig.json", "{}");

        var build = Open(repository.Path).Publish("anything", Out, CancellationToken.None);

        Assert.Equal(repository.At("Program.dll"), build.Program);
        Assert.True(build.Side.Changed);
        Assert.Equal(repository.Run("rev-parse", "HEAD"), build.Side.Commit);
    }

    /// <summary>A program that brings states of its own refers to the suite's, which is then published beside it.</summary>
    [Theory]
    [InlineData("YourStates", "YourStates", "KeyedState.Benchmarks")]
    [InlineData("KeyedState.Benchmarks", "KeyedState.Benchmarks")]
    public void Publish_ProgramThatRefersToTheSuites_IsTheOther(string expected, params string[] published)
    {
        foreach (var program in published)
        {
            repository.Write($"{program}.runtimeconfig.json", "{}");
        }

        Assert.Equal(repository.At($"{expected}.dll"), Open(repository.Path).Publish("bench", Out, CancellationToken.None).Program);
    }

    [Fact]
    public void Publish_SourceThatDoesNotBuild_NamesTheError()
    {
        repository.Write("project/project.csproj", "<Project");

        var error = Assert.Throws<BuildFailedException>(() => Open(repository.Path).Publish("project", Out, CancellationToken.None));

        Assert.StartsWith($"{repository.Path} does not build: ", error.Message, StringComparison.Ordinal);
        Assert.Contains("error", error.Message, StringComparison.Ordinal);
    }

    private string Out => Path.Combine(repository.Outside, "out");

    private SourceTree Open(string name) => SourceTree.Open(name, Checkout.Of(repository.Path, "file"), Apart, CancellationToken.None);
}
