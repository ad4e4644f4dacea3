using KeyedState.Benchmarks.Environments;
using KeyedState.Benchmarks.Workers;
using KeyedState.Tests.Environments;

namespace KeyedState.Tests.Commands;

/// <summary>The gate as a process, in repositories where it finds before any measurement that there is nothing to compare.</summary>
public sealed class GateCommandTests : IDisposable
{
    private const string Project = "bench/KeyedState.Benchmarks/KeyedState.Benchmarks.csproj";

    private readonly GitRepository repository = new();

    public GateCommandTests()
    {
        repository.Write("file", "before there was a gate");
        repository.Commit();
        repository.Write(Project, "<Project />");
        repository.Commit();
    }

    public void Dispose() => repository.Dispose();

    /// <summary>As in a hook of a commit: git's variables name the user's own index, where what is staged would be lost.</summary>
    [Fact]
    public void Gate_WithinAHook_ChangesNothingInTheRepository()
    {
        repository.Write("staged", "text");
        repository.Run("add", "staged");
        repository.AddHook("post-checkout");
        var page = Path.Combine(repository.Outside, "page.md");
        var before = repository.Snapshot();

        var (code, errors) = Gate(
            repository.Path,
            new() { ["GIT_INDEX_FILE"] = repository.At(".git/index"), ["GIT_DIR"] = repository.At(".git"), ["GIT_WORK_TREE"] = repository.Path },
            "--base", "HEAD~1", "--markdown", page);

        Assert.Equal(before, repository.Snapshot());
        Assert.False(repository.HookRan);
        Assert.Equal(
            (3, "HEAD~1 has no project bench/KeyedState.Benchmarks, so there is nothing to compare with: what can be judged are the changes after the one that brings it in."),
            (code, errors));
        Assert.Contains("has no project", File.ReadAllText(page), StringComparison.Ordinal);
    }

    /// <summary>What repairs the main branch must not be stopped by what it repairs.</summary>
    [Fact]
    public void Gate_BaseThatDoesNotBuild_IsNothingToCompareWith()
    {
        repository.Write("built/Program.runtimeconfig.json", "{}");

        var (code, errors) = Gate(repository.Path, [], "--base", "HEAD", "--head", "./built");

        Assert.Equal(3, code);
        Assert.StartsWith("There is nothing to compare with, because the base does not build. HEAD does not build: ", errors, StringComparison.Ordinal);
    }

    /// <summary>git's shortest names of commits, which a command line may take for a file with more arguments.</summary>
    [Fact]
    public void Gate_CommitThatBeginsWithAnAtSign_IsTaken()
    {
        var (code, errors) = Gate(repository.Path, [], "--base", "@~1");

        Assert.Equal(3, code);
        Assert.StartsWith("@~1 has no project ", errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Gate_SourcesUnpackedInSomebodyElsesRepository_SaysSo()
    {
        repository.Write("unpacked/" + Project, "<Project />");

        var (code, errors) = Gate(repository.At("unpacked"), []);

        Assert.Equal(2, code);
        Assert.Contains("unpacked is not under version control: it lies in the repository ", errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Gate_FolderOfNoRepository_SaysSo()
    {
        var (code, errors) = Gate(repository.Outside, []);

        Assert.Equal(
            (2, $"{repository.Outside} is not under version control. Without a repository, name the folders of both builds with --base and --head."), (code, errors));
    }

    [Fact]
    public void Gate_LookThatThereIsNot_IsAWrongCall()
    {
        var (code, errors) = Gate(repository.Path, [], "--look", "lateness");

        Assert.Equal(2, code);
        Assert.Contains("'lateness'", errors, StringComparison.Ordinal);
    }

    private static (int? ExitCode, string Errors) Gate(string folder, Dictionary<string, string> variables, params string[] arguments)
    {
        var (exit, _, errors) = ExternalProcess.Run(DotnetHost.Path, folder, Prepare, TestContext.Current.CancellationToken, [typeof(WorkerMode).Assembly.Location, "gate", .. arguments]);
        return (exit, errors.Trim());

        void Prepare(IDictionary<string, string?> environment)
        {
            foreach (var (name, value) in variables)
            {
                environment[name] = value;
            }
        }
    }
}
