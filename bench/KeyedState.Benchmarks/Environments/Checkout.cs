namespace KeyedState.Benchmarks.Environments;

/// <summary>The repository that a folder of sources is a checkout of. It is one only where it tracks the sources: a folder that lies in somebody else's repository is none of its commits.</summary>
internal sealed class Checkout
{
    private static readonly Dictionary<string, string> NoVariables = [];

    // MSBuild reads them as a part of the project, and they are usually left out of repositories.
    private const string ProjectsOfAUser = "*.csproj.user";

    private Checkout(string folder, string prefix, string? absentBecause)
    {
        Folder = folder;
        Prefix = prefix;
        AbsentBecause = absentBecause;

        // By the folder's own name and not by git's, which is that behind symbolic links. Every folder of the prefix ends with a slash.
        Top = Path.TrimEndingDirectorySeparator(Path.GetFullPath(Path.Combine(folder, string.Concat(prefix.Where(letter => letter == '/').Select(_ => "../")))));
    }

    /// <summary>The folder of the sources.</summary>
    public string Folder { get; }

    /// <summary>The folder's path within the repository; empty at its top.</summary>
    public string Prefix { get; }

    /// <summary>The top of the repository's working tree; the folder itself where there is no repository.</summary>
    public string Top { get; }

    /// <summary>Why there is no such repository, on one line and without a full stop; null where there is one.</summary>
    public string? AbsentBecause { get; }

    /// <summary>The commit that is checked out; null where there is none.</summary>
    public string? Commit => AbsentBecause is null ? CommitOf("HEAD") : null;

    /// <summary>Whether the repository lacks the older part of its history.</summary>
    public bool IsShallow => AbsentBecause is null && Git.Ask(Folder, "rev-parse", "--is-shallow-repository") == "true";

    /// <summary>Asks git.</summary>
    /// <param name="folder">The folder of the sources.</param>
    /// <param name="part">What of it the repository must track, relative to the folder, to count as that of the sources.</param>
    public static Checkout Of(string folder, string part)
    {
        var answer = Git.Run(folder, NoVariables, CancellationToken.None, "rev-parse", "--show-toplevel", "--show-prefix");
        if (answer.Text is null)
        {
            return new Checkout(folder, "", answer.WhyNot(folder));
        }

        var lines = answer.Output.Split('\n');
        return Git.Ask(folder, "ls-files", "--", part) is { Length: > 0 }
            ? new Checkout(folder, lines[1].Trim(), null)
            : new Checkout(folder, "", $"{folder} is not under version control: it lies in the repository {lines[0].Trim()}, which does not track {(part == "." ? "it" : $"its {part}")}");
    }

    /// <summary>The hash of a commit.</summary>
    /// <param name="name">Whatever git takes for a commit.</param>
    /// <returns>Null where there is no such commit here.</returns>
    public string? CommitOf(string name) =>
        AbsentBecause is null && Git.Ask(Folder, "rev-parse", "--verify", "--quiet", "--end-of-options", name + "^{commit}") is { Length: > 0 } commit ? commit : null;

    /// <summary>Whether the sources differ from the commit that is checked out, or are no longer known to be the same.</summary>
    /// <param name="paths">What of them to look at, as paths of git's relative to the folder; nothing for all.</param>
    public bool IsChanged(params IEnumerable<string> paths)
    {
        // Against the commit and not against the user's index, in which files can be marked as never changed.
        using var apart = TemporaryFolder.Create("index");
        var variables = new Dictionary<string, string> { ["GIT_INDEX_FILE"] = Path.Combine(apart.Path, "index") };
        string[] looked = [.. paths.DefaultIfEmpty(".")];

        // What is not tracked is ignored where the sources themselves say so. A user's own list of files to ignore may hide what a build compiles.
        return Tells("read-tree", "HEAD")
            || Tells(["status", "--porcelain", "--untracked-files=no", "--ignore-submodules=none", "--", .. looked])
            || Tells(["ls-files", "--others", "--exclude-per-directory=.gitignore", "--", .. looked])
            || Tells(["ls-files", "--others", "--ignored", $"--exclude={ProjectsOfAUser}", "--", .. looked]);

        // What fails is no longer known to be the same.
        bool Tells(params IEnumerable<string> question) => Git.Run(Folder, variables, CancellationToken.None, question).Text is not "";
    }
}
