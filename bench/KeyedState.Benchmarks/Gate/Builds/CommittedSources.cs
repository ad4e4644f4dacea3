using KeyedState.Benchmarks.Environments;
using KeyedState.Results;

namespace KeyedState.Benchmarks.Gate;

/// <summary>
/// Writes the sources of a commit to a folder, as a checkout of it would have them. Nothing in the repository changes: the index is a
/// file of this program's own, no worktree is registered, and no hook runs.
/// </summary>
/// <param name="cancellation">Ends it.</param>
internal sealed class CommittedSources(CancellationToken cancellation)
{
    private const string SubmoduleMode = "160000";

    private readonly List<string> missing = [];

    /// <summary>The submodules that the commit has and whose commits are not in this clone. Their folders are empty.</summary>
    public IReadOnlyList<string> MissingSubmodules => missing;

    /// <summary>Writes the sources, with those of the submodules that are checked out in the repository.</summary>
    /// <param name="top">The top of the repository's working tree.</param>
    /// <param name="commit">The commit's hash.</param>
    /// <param name="target">The folder, which is made.</param>
    /// <exception cref="IOException">They could not be read or written. The message is one line with git's reason.</exception>
    /// <exception cref="OperationCanceledException">It was ended.</exception>
    public void Write(string top, string commit, string target)
    {
        Directory.CreateDirectory(target);
        var variables = new Dictionary<string, string>
        {
            ["GIT_DIR"] = Git.Ask(top, "rev-parse", "--absolute-git-dir") ?? throw new IOException($"{top} is no repository any more."),
            ["GIT_WORK_TREE"] = target,
            ["GIT_INDEX_FILE"] = target + ".index",
        };
        Run("read-tree", commit);
        Run("checkout-index", "--all", "--force");
        foreach (var (module, path) in Submodules(Run("ls-files", "--stage", "-z")))
        {
            var origin = Path.Combine(top, path);
            if (Path.Exists(Path.Combine(origin, ".git")) && Git.Ask(origin, "cat-file", "-e", module + "^{commit}") is not null)
            {
                Write(origin, module, Path.Combine(target, path));
            }
            else
            {
                missing.Add(path);
            }
        }

        string Run(params string[] arguments)
        {
            var answer = Git.Run(target, variables, cancellation, arguments);
            return answer.ExitCode == 0
                ? answer.Output
                : throw new IOException(PlainText.OneLine($"The sources of {commit} could not be written to {target}: {answer.Errors.Trim()}"));
        }
    }

    private static IEnumerable<(string Commit, string Path)> Submodules(string index) =>
        from entry in index.Split('\0', StringSplitOptions.RemoveEmptyEntries)
        where entry.StartsWith(SubmoduleMode, StringComparison.Ordinal)
        select (entry.Split(' ')[1], entry[(entry.IndexOf('\t', StringComparison.Ordinal) + 1)..]);
}
