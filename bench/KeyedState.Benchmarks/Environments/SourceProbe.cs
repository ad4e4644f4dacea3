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
        var commit = Git.Ask(repository, "rev-parse", "HEAD");
        var changes = Git.Ask(repository, "status", "--porcelain", "--", "src", "bench");
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
}
