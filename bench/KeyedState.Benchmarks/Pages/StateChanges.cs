using System.Formats.Tar;
using KeyedState.Benchmarks.Environments;
using KeyedState.Benchmarks.Sources;
using KeyedState.Results;

namespace KeyedState.Benchmarks.Pages;

/// <summary>Finds which states have changed between a run's source and the working tree: by their code, or by the version of the package that they stand on.</summary>
/// <param name="repository">The root of the repository.</param>
/// <param name="states">The states of the working tree.</param>
internal sealed class StateChanges(string repository, IEnumerable<StateEntry> states)
{
    private const string Sources = "src";

    private readonly Dictionary<string, IReadOnlySet<string>?> known = [];

    /// <summary>The names of the states that have changed.</summary>
    /// <param name="source">A run's source.</param>
    /// <returns>Null where that is not known: the run had changes that were not committed, or git is missing or does not have its commit, as in a shallow clone.</returns>
    public IReadOnlySet<string>? Since(StoredSource source)
    {
        if (source.Dirty || source.Commit is not { } commit || !CommitLog.IsHash(commit))
        {
            return null;
        }

        if (!known.TryGetValue(commit, out var changed))
        {
            changed = Compare(commit);
            known.Add(commit, changed);
        }

        return changed?.Union(states.Where(HasOtherPackage).Select(state => state.Name)).ToHashSet();

        bool HasOtherPackage(StateEntry state) =>
            state.Declared.Package is { } package && source.Packages.TryGetValue(package, out var version) && version != PackageVersions.Of(package);
    }

    private IReadOnlySet<string>? Compare(string commit)
    {
        try
        {
            using var apart = TemporaryFolder.Create("sources");
            var archive = Path.Combine(apart.Path, "sources.tar");
            if (Git.Ask(repository, "archive", "--format=tar", $"--output={archive}", commit, "--", Sources) is null)
            {
                return null;
            }

            TarFile.ExtractToDirectory(archive, apart.Path, overwriteFiles: false);
            return TouchedStates.Of(Path.Combine(apart.Path, Sources), Path.Combine(repository, Sources));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // A temporary folder without room is no reason for a page not to be written.
            return null;
        }
    }
}
