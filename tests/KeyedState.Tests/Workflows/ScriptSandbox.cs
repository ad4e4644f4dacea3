using System.Diagnostics;
using System.IO.Compression;
using KeyedState.Tests.Environments;

namespace KeyedState.Tests.Workflows;

/// <summary>
/// A repository of two commits with the scripts of this one, and programs first on the path that stand in for those
/// that would measure, write to a pull request or reach the network. It runs a step as a runner would.
/// </summary>
internal sealed class ScriptSandbox : IDisposable
{
    private readonly DirectoryInfo root = Directory.CreateTempSubdirectory("script-sandbox-");
    private readonly Dictionary<string, string> environment;

    public ScriptSandbox()
    {
        var answers = root.CreateSubdirectory("answers").FullName;
        environment = new()
        {
            ["CALLS"] = Path.Combine(root.FullName, "calls"),
            ["GH_ANSWERS"] = answers,
            ["GATE_EXIT"] = "0",
            ["GATE_PAGE"] = "No state changed.",
            ["PLANTED_EXIT"] = "1",
            ["PLANTED_PAGE"] = """| `Lock` | one core | **slower** | +48.0 %% |\n| `LeaseOwner` | one core | **slower** | +47.0 %% |\n""",
            ["HISTORY_EXIT"] = "0",
            ["RUN_EXIT"] = "0",
            ["RUN_STORES"] = "true",
            ["TESTS"] = "2 0",
            ["HALF_WRITTEN"] = "",
            ["INSTALL_SERVERS"] = "",
            ["USER_ID"] = "1000",
            ["APT_LISTS_ARE_OLD"] = "",
            ["MEANWHILE"] = Path.Combine(root.FullName, "meanwhile"),
            ["RUNNER_TEMP"] = root.CreateSubdirectory("temp").FullName,
            ["GITHUB_STEP_SUMMARY"] = Path.Combine(root.FullName, "summary"),
            ["GITHUB_OUTPUT"] = Path.Combine(root.FullName, "output"),
            ["GIT_CONFIG_GLOBAL"] = "/dev/null",
            ["GIT_CONFIG_SYSTEM"] = "/dev/null",
            ["PATH"] = $"{root.CreateSubdirectory("fakes").FullName}:{Environment.GetEnvironmentVariable("PATH")}",
        };
        Fake("dotnet", FakePrograms.Dotnet);
        Fake("gh", FakePrograms.Gh);
        Fake("apt-get", FakePrograms.AptGet);
        Fake("id", FakePrograms.Id);
        Fake("npm", FakePrograms.Tool);
        Fake("shellcheck", FakePrograms.Tool);
        CopyScripts(RepositoryFolder.At(".ci"), Path.Combine(Repository, ".ci"));
        Write("Benchmarks.sln", string.Empty);
        Git("init --quiet --initial-branch main");
        Commit();
        Write("src/changed.cs", string.Empty);
        Commit();
    }

    public string Repository => Path.Combine(root.FullName, "repository");

    /// <summary>What is fetched from and pushed to, where it was made.</summary>
    public string Origin => Path.Combine(root.FullName, "origin");

    /// <summary>What the programs were called with, a line a call.</summary>
    public IReadOnlyList<string> Calls => LinesOf("calls");

    /// <summary>What the step told the run's page.</summary>
    public IReadOnlyList<string> Summary => LinesOf("summary");

    /// <summary>The step's outputs.</summary>
    public IReadOnlyList<string> Outputs => LinesOf("output");

    /// <summary>What was sent to the pull request; null when nothing was.</summary>
    public string? Comment => File.Exists(environment["CALLS"] + ".body") ? File.ReadAllText(environment["CALLS"] + ".body") : null;

    /// <summary>The runner's folder for what a run leaves behind.</summary>
    public string Temp => environment["RUNNER_TEMP"];

    /// <summary>A variable of the step's environment.</summary>
    public string this[string variable]
    {
        set => environment[variable] = value;
    }

    public static void SkipWhereAbsent(params string[] programs)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The programs that stand in are shell scripts.");
        foreach (var program in programs)
        {
            Assert.SkipUnless(
                Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program))),
                $"{program} is not installed.");
        }
    }

    /// <summary>Writes a script that can be run.</summary>
    public static void WriteProgram(string path, string script)
    {
        File.WriteAllText(path, script);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    /// <summary>Runs a step's script under the shell options of a runner's bash.</summary>
    public (int ExitCode, string Output) Run(string script)
    {
        var path = Path.Combine(root.FullName, "step.sh");
        File.WriteAllText(path, script);
        return Start("bash", "--noprofile", "--norc", "-e", "-o", "pipefail", path);
    }

    /// <summary>Has a script run while the pages of results are made, where it can see the repository that is pushed to.</summary>
    public void Meanwhile(string script) => WriteProgram(environment["MEANWHILE"], $"#!/usr/bin/env bash\nset -e\ncd '{Origin}'\n{script}");

    /// <summary>Makes an empty repository to fetch from and push to.</summary>
    public void AddOrigin()
    {
        Git($"init --quiet --bare {Origin}");
        Git($"remote add origin {Origin}");
    }

    public void Git(string arguments)
    {
        var (code, output) = Start("git", arguments.Split(' '));
        Assert.True(code == 0, output);
    }

    public string GitOutput(string arguments) => Start("git", arguments.Split(' ')).Output.Trim();

    public void Commit()
    {
        Git("add --all");
        Git("-c user.name=somebody -c user.email=somebody@example.org commit --quiet --message commit");
    }

    public void Write(string path, string text)
    {
        var full = Path.Combine(Repository, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
    }

    public string Read(string path) => File.ReadAllText(Path.Combine(Repository, path));

    /// <summary>What the service answers a question with.</summary>
    public void Answer(string name, string json) => File.WriteAllText(Path.Combine(environment["GH_ANSWERS"], name), json);

    /// <summary>The archive that the service hands out.</summary>
    public void AnswerWithArchive(IReadOnlyDictionary<string, byte[]> files)
    {
        using var archive = ZipFile.Open(Path.Combine(environment["GH_ANSWERS"], "gate.zip"), ZipArchiveMode.Create);
        foreach (var (name, content) in files)
        {
            using var entry = archive.CreateEntry(name).Open();
            entry.Write(content);
        }
    }

    public void Dispose()
    {
        foreach (var file in root.EnumerateFiles("*", SearchOption.AllDirectories))
        {
            file.Attributes = FileAttributes.Normal;
        }

        root.Delete(recursive: true);
    }

    private static void CopyScripts(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.GetFiles(from))
        {
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        }

        foreach (var folder in Directory.GetDirectories(from).Where(folder => Path.GetFileName(folder) != "node_modules"))
        {
            CopyScripts(folder, Path.Combine(to, Path.GetFileName(folder)));
        }
    }

    private string[] LinesOf(string name)
    {
        var path = Path.Combine(root.FullName, name);
        return File.Exists(path) ? File.ReadAllLines(path) : [];
    }

    private void Fake(string name, string script) => WriteProgram(Path.Combine(root.FullName, "fakes", name), script);

    private (int ExitCode, string Output) Start(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = Repository,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        foreach (var variable in start.Environment.Keys.Where(name => name == "CI" || name.StartsWith("GITHUB_", StringComparison.Ordinal)).ToArray())
        {
            start.Environment.Remove(variable);
        }

        GitRepository.ForgetCaller(start.Environment);
        foreach (var (variable, value) in environment)
        {
            start.Environment[variable] = value;
        }

        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output + errors.GetAwaiter().GetResult());
    }
}
