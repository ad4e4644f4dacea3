using KeyedState.Tests.Contract;
using KeyedState.Tests.Workflows;

namespace KeyedState.Tests.Environments;

/// <summary>The tests' own repositories, as within a hook that runs the tests. Undisturbed, because other tests start processes, which inherit what these set.</summary>
[Collection(nameof(Undisturbed))]
public sealed class GitRepositoryTests : IDisposable
{
    private static readonly string[] Variables = ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"];

    private readonly string root = Directory.CreateTempSubdirectory("git-repository-").FullName;

    private string Callers => Path.Combine(root, "callers");

    public void Dispose() => Directory.Delete(root, recursive: true);

    [Fact]
    public void Commit_WithinAHook_LeavesTheCallersRepositoryAlone() => WithinAHook(() =>
    {
        using var repository = new GitRepository();
        repository.Write("file", "text");
        repository.Commit();
    });

    [Fact]
    public void Sandbox_WithinAHook_LeavesTheCallersRepositoryAlone()
    {
        ScriptSandbox.SkipWhereAbsent("git");
        WithinAHook(() => new ScriptSandbox().Dispose());
    }

    private void WithinAHook(Action test)
    {
        foreach (var name in Variables)
        {
            Environment.SetEnvironmentVariable(name, Path.Combine(Callers, name));
        }

        try
        {
            test();
        }
        finally
        {
            foreach (var name in Variables)
            {
                Environment.SetEnvironmentVariable(name, null);
            }
        }

        Assert.False(Path.Exists(Callers));
    }
}
