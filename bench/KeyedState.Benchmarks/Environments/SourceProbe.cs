using System.ComponentModel;
using System.Diagnostics;
using System.Reflection;
using BenchmarkDotNet.Running;
using KeyedState.Results;
using Perfolizer.Mathematics.OutlierDetection;
using Pragmastat;

namespace KeyedState.Benchmarks.Environments;

/// <summary>Reads which source and which packages the program was built from.</summary>
internal static class SourceProbe
{
    public static StoredSource Read(string repository)
    {
        var commit = Git(repository, "rev-parse", "HEAD");
        var changes = Git(repository, "status", "--porcelain", "--", "src", "bench");
        return new StoredSource(commit, changes is { Length: > 0 }, new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["BenchmarkDotNet"] = VersionOf(typeof(BenchmarkRunner)),
            ["Perfolizer"] = VersionOf(typeof(OutlierMode)),
            ["Pragmastat"] = VersionOf(typeof(Sample)),
        });
    }

    private static string VersionOf(Type type)
    {
        var version = type.Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion;
        return version?.Split('+')[0] ?? type.Assembly.GetName().Version!.ToString();
    }

    private static string? Git(string repository, params string[] arguments)
    {
        var start = new ProcessStartInfo("git", arguments)
        {
            WorkingDirectory = repository,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            using var git = Process.Start(start)!;
            var errors = git.StandardError.ReadToEndAsync();
            var output = git.StandardOutput.ReadToEnd();
            git.WaitForExit();
            _ = errors.Result;
            return git.ExitCode == 0 ? output.Trim() : null;
        }
        catch (Win32Exception)
        {
            // No git on this machine: the source is then unknown, which the report says.
            return null;
        }
    }
}
