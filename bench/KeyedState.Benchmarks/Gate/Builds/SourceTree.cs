using KeyedState.Benchmarks.Environments;
using KeyedState.Regression;
using KeyedState.Results;

namespace KeyedState.Benchmarks.Gate;

/// <summary>
/// A build asked for by name: a commit, which is checked out apart, a folder with sources, or a folder with a
/// published program.
/// </summary>
internal sealed class SourceTree : IDisposable
{
    private const string RuntimeConfig = ".runtimeconfig.json";

    private readonly string? worktreeOf;
    private readonly string folder;
    private readonly GateSide side;

    private SourceTree(string folder, GateSide side, string? worktreeOf)
    {
        this.folder = folder;
        this.side = side;
        this.worktreeOf = worktreeOf;
    }

    /// <summary>The folder of the sources, or of the published program.</summary>
    public string Folder => folder;

    /// <summary>Makes the sources of a build available.</summary>
    /// <param name="name">A folder, or whatever git takes for a commit.</param>
    /// <param name="repository">The repository that commits are of; null outside one.</param>
    /// <param name="apart">An empty folder to check a commit out to.</param>
    /// <param name="cancellation">Ends a checkout.</param>
    /// <exception cref="FormatException">There is neither such a folder nor such a commit.</exception>
    public static SourceTree Open(string name, string? repository, string apart, CancellationToken cancellation)
    {
        if (Directory.Exists(name))
        {
            var full = Path.GetFullPath(name);
            var dirty = Git.Ask(full, "status", "--porcelain");
            return new SourceTree(full, new GateSide(name, Git.Ask(full, "rev-parse", "HEAD"), dirty is not { Length: 0 }), worktreeOf: null);
        }

        if (repository is null || Git.Ask(repository, "rev-parse", "--verify", "--quiet", "--end-of-options", name + "^{commit}") is not { } commit)
        {
            throw new FormatException($"There is no folder and no commit {name}: name one that git knows here, and fetch the history if it is missing.");
        }

        var tree = new SourceTree(apart, new GateSide(name, commit, Changed: false), repository);
        try
        {
            tree.CheckOut(commit, cancellation);
            return tree;
        }
        catch
        {
            tree.Dispose();
            throw;
        }
    }

    /// <summary>Publishes the program, or finds it when the folder holds a published one.</summary>
    /// <param name="project">The program's project, relative to the sources.</param>
    /// <param name="output">An empty folder for everything that the build writes.</param>
    /// <param name="cancellation">Ends the build.</param>
    /// <exception cref="FormatException">There is no such project, or the folder holds no program.</exception>
    /// <exception cref="BuildFailedException">It does not build.</exception>
    public PublishedBuild Publish(string project, string output, CancellationToken cancellation)
    {
        if (ProgramIn(folder) is { } published)
        {
            return new PublishedBuild(side, DotnetHost.Path, published);
        }

        var path = Path.Combine(folder, project);
        if (!Directory.Exists(path) && !File.Exists(path))
        {
            throw new FormatException($"{side.Name} has no project {project}: name the program's with --project, relative to the top of its sources.");
        }

        // No server of the build is left behind: it would go on beside the measurements. Whether the code pleases the analysers is not asked here, nor what is known of its packages today.
        var target = Path.Combine(output, "program");
        var (exit, log, errors) = ExternalProcess.Run(
            DotnetHost.Path, folder, cancellation, "publish", path, "-c", "Release", "-o", target, "--artifacts-path", Path.Combine(output, "artifacts"),
            "-nologo", "-v", "quiet", "-nodeReuse:false", "-p:UseSharedCompilation=false", "-p:RunAnalyzers=false", "-p:EnforceCodeStyleInBuild=false",
            "-p:TreatWarningsAsErrors=false", "-p:NuGetAudit=false");
        return exit == 0 && ProgramIn(target) is { } program
            ? new PublishedBuild(side, DotnetHost.Path, program)
            : throw new BuildFailedException($"{side.Name} does not build: {FirstError(log + errors)}");
    }

    /// <summary>Removes a checkout.</summary>
    public void Dispose()
    {
        if (worktreeOf is not null)
        {
            // Twice, because a checkout that was broken off is still locked.
            _ = Git.Ask(worktreeOf, "worktree", "remove", "--force", "--force", folder);
        }
    }

    private void CheckOut(string commit, CancellationToken cancellation)
    {
        string[] add = ["worktree", "add", "--detach", "--force", folder, commit];
        string[] submodules = ["submodule", "update", "--init", "--recursive"];
        foreach (var (where, arguments) in new[] { (worktreeOf!, add), (folder, submodules) })
        {
            var (exit, _, errors) = ExternalProcess.Run("git", where, cancellation, arguments);
            if (exit != 0)
            {
                throw new IOException($"{side.Name} could not be checked out to {folder}: {PlainText.OneLine(errors.Trim())}");
            }
        }
    }

    private static string? ProgramIn(string folder) =>
        Directory.Exists(folder) && Directory.GetFiles(folder, "*" + RuntimeConfig) is [var config]
            ? config[..^RuntimeConfig.Length] + ".dll"
            : null;

    private static string FirstError(string log)
    {
        var lines = log.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var line = lines.FirstOrDefault(line => line.Contains("error", StringComparison.OrdinalIgnoreCase)) ?? lines.FirstOrDefault() ?? "no reason given";
        return PlainText.OneLine(line);
    }
}
