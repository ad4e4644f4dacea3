using KeyedState.Results;

namespace KeyedState.Benchmarks.Environments;

/// <summary>Reads which source and which packages the program was built from.</summary>
internal static class SourceProbe
{
    private static readonly string[] OwnPackages = ["BenchmarkDotNet", "Perfolizer", "Pragmastat"];

    /// <summary>Reads the source, and the versions of the suite's own packages and of those that <paramref name="states"/> stand on.</summary>
    /// <param name="repository">The folder of the sources.</param>
    /// <param name="states">The states.</param>
    /// <returns>The source, and why no commit is known of it, on one line; null where one is.</returns>
    public static (StoredSource Source, string? NoCommitBecause) Read(string repository, IEnumerable<StateEntry> states)
    {
        var checkout = Checkout.Of(repository, RepositoryRoot.Marker);
        var commit = checkout.Commit;
        var packages = states.Select(state => state.Declared.Package).OfType<string>().Concat(OwnPackages).Distinct();
        var source = new StoredSource(
            commit,
            commit is not null && checkout.IsChanged(MeasuredPaths.All),
            new SortedDictionary<string, string>(packages.ToDictionary(package => package, PackageVersions.Of), StringComparer.Ordinal));
        return (source, commit is null ? checkout.AbsentBecause ?? $"{repository} has no commit yet" : null);
    }
}
