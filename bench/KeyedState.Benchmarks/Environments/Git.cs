namespace KeyedState.Benchmarks.Environments;

/// <summary>Runs git. Every call of the program's goes through here, and none changes the repository, its index, its worktrees or its settings.</summary>
internal static class Git
{
    private const string Prefix = "GIT_";

    // Where the user's settings are, how far up a repository may lie, and how a partial clone fetches what it lacks. Every other
    // variable of git's is taken away: within a hook they name the repository, the index and the settings of the commit that is being made.
    private static readonly HashSet<string> Kept = new(StringComparer.OrdinalIgnoreCase)
    {
        "GIT_ASKPASS", "GIT_CEILING_DIRECTORIES", "GIT_CONFIG_GLOBAL", "GIT_CONFIG_NOSYSTEM", "GIT_CONFIG_SYSTEM", "GIT_DISCOVERY_ACROSS_FILESYSTEM",
        "GIT_EXEC_PATH", "GIT_LFS_SKIP_SMUDGE", "GIT_PROXY_COMMAND", "GIT_SSH", "GIT_SSH_COMMAND", "GIT_SSH_VARIANT", "GIT_SSL_CAINFO", "GIT_SSL_CAPATH",
        "GIT_SSL_CERT", "GIT_SSL_KEY", "GIT_SSL_NO_VERIFY",
    };

    // No hook, no watcher and no tidying up, whatever the user's settings say; and every file of a commit, also where the checkout is sparse.
    private static readonly string[] Settings =
    [
        "-c", "core.hooksPath=/dev/null", "-c", "core.fsmonitor=false", "-c", "core.sparseCheckout=false", "-c", "gc.auto=0", "-c", "maintenance.auto=false",
    ];

    private static readonly Dictionary<string, string> NoVariables = [];

    /// <summary>What git prints, trimmed; null where there is no git, no repository, or git refuses.</summary>
    /// <param name="folder">A folder of the repository.</param>
    /// <param name="arguments">What to ask.</param>
    public static string? Ask(string folder, params IEnumerable<string> arguments) => Run(folder, NoVariables, CancellationToken.None, arguments).Text;

    /// <summary>Runs git.</summary>
    /// <param name="folder">Where it runs.</param>
    /// <param name="variables">Variables of git's to set, such as an index file of the program's own.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <exception cref="OperationCanceledException">It was ended.</exception>
    public static GitAnswer Run(
        string folder, IReadOnlyDictionary<string, string> variables, CancellationToken cancellation, params IEnumerable<string> arguments)
    {
        var (exit, output, errors) = ExternalProcess.Run("git", folder, Prepare, cancellation, [.. Settings, .. arguments]);
        return new GitAnswer(exit, output, errors);

        void Prepare(IDictionary<string, string?> environment)
        {
            Clean(environment);
            foreach (var (name, value) in variables)
            {
                environment[name] = value;
            }
        }
    }

    /// <summary>Takes out of an environment what would point git somewhere else, and has git write nothing by the way.</summary>
    /// <param name="environment">The environment of a git to be.</param>
    public static void Clean(IDictionary<string, string?> environment)
    {
        foreach (var name in environment.Keys.Where(name => name.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) && !Kept.Contains(name)).ToArray())
        {
            environment.Remove(name);
        }

        // A question such as git status would write the index that it refreshed.
        environment["GIT_OPTIONAL_LOCKS"] = "0";

        // Nobody is there to answer.
        environment["GIT_TERMINAL_PROMPT"] = "0";

        // What it says is read.
        environment["LC_ALL"] = "C";
    }
}
