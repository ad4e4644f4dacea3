using KeyedState.Results;

namespace KeyedState.Benchmarks.Environments;

/// <summary>Reads which source and which packages the program was built from.</summary>
internal static class SourceProbe
{
    private static readonly string[] OwnPackages = ["BenchmarkDotNet", "Perfolizer", "Pragmastat"];

    /// <summary>Reads the source, and the versions of the suite's own packages and of those that <paramref name="states"/> stand on.</summary>
    public static StoredSource Read(string repository, IEnumerable<StateEntry> states)
    {
        var commit = Git.Ask(repository, "rev-parse", "HEAD");
        var changes = Git.Ask(repository, "status", "--porcelain", "--", "src", "bench");
        var packages = states.Select(state => state.Declared.Package).OfType<string>().Concat(OwnPackages).Distinct();
        return new StoredSource(
            commit,
            changes is { Length: > 0 },
            new SortedDictionary<string, string>(packages.ToDictionary(package => package, PackageVersions.Of), StringComparer.Ordinal));
    }
}
