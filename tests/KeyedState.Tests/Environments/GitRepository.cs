using System.Security.Cryptography;
using KeyedState.Benchmarks.Environments;

namespace KeyedState.Tests.Environments;

/// <summary>A repository of a test's own, with a user and nothing of the machine's settings that a test would depend on.</summary>
internal sealed class GitRepository : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("git-repository-").FullName;

    private int commits;

    public GitRepository()
    {
        Assert.SkipWhen(Git.Ask(root, "--version") is null, "git is not installed.");
        Directory.CreateDirectory(Path);
        Run("init", "--quiet", "--initial-branch", "main");
        Run("config", "user.name", "Test");
        Run("config", "user.email", "test@example.org");
        Run("config", "commit.gpgsign", "false");
    }

    /// <summary>Its top.</summary>
    public string Path => System.IO.Path.Combine(root, "repository");

    /// <summary>A folder outside it that is removed with it.</summary>
    public string Outside => root;

    /// <summary>The path of something in it.</summary>
    public string At(string path) => System.IO.Path.Combine(Path, path);

    public string Run(params string[] arguments) => RunIn(Path, arguments);

    public static string RunIn(string folder, params string[] arguments)
    {
        // As a user would, and not through the class that is under test.
        var (exit, output, errors) = ExternalProcess.Run("git", folder, Prepare, CancellationToken.None, arguments);
        return exit == 0 ? output.Trim() : throw new InvalidOperationException(errors);

        static void Prepare(IDictionary<string, string?> environment)
        {
            ForgetCaller(environment);
            environment["GIT_CONFIG_GLOBAL"] = "/dev/null";
        }
    }

    /// <summary>Takes git's variables out of an environment. Tests that run within a hook would otherwise write to the repository, and the index, of whoever commits.</summary>
    public static void ForgetCaller(IDictionary<string, string?> environment)
    {
        foreach (var name in environment.Keys.Where(name => name.StartsWith("GIT_", StringComparison.OrdinalIgnoreCase)).ToArray())
        {
            environment.Remove(name);
        }
    }

    public void Write(string path, string text)
    {
        var file = At(path);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text + "\n");
    }

    /// <summary>Commits everything.</summary>
    public string Commit()
    {
        Run("add", "--all");

        // Two commits of one content, parent and second would be one commit.
        Run("commit", "--quiet", "--allow-empty", "--message", $"change {++commits}");
        return Run("rev-parse", "HEAD");
    }

    /// <summary>A hook that fails, and leaves a file behind when it runs.</summary>
    public void AddHook(string name)
    {
        var hook = At($".git/hooks/{name}");
        File.WriteAllText(hook, $"#!/bin/sh\ntouch '{System.IO.Path.Combine(Outside, "hook-ran")}'\nexit 1\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(hook, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    /// <summary>Whether a hook ran.</summary>
    public bool HookRan => File.Exists(System.IO.Path.Combine(Outside, "hook-ran"));

    /// <summary>Everything in .git, with its content.</summary>
    public IReadOnlyList<string> Snapshot() =>
    [
        .. Directory.GetFileSystemEntries(At(".git"), "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(entry => $"{entry} {(File.Exists(entry) ? Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(entry))) : "folder")}"),
    ];

    public void Dispose()
    {
        // Git keeps its objects read-only, which Windows does not delete.
        foreach (var file in Directory.GetFiles(root, "*", SearchOption.AllDirectories))
        {
            File.SetAttributes(file, FileAttributes.Normal);
        }

        Directory.Delete(root, recursive: true);
    }
}
