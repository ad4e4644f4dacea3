using System.Formats.Tar;
using KeyedState.Benchmarks.Environments;
using KeyedState.Benchmarks.Sources;
using KeyedState.Results;

namespace KeyedState.Benchmarks.Pages;

/// <summary>Finds which states have changed between a run's source and the working tree.</summary>
/// <param name="repository">The root of the repository.</param>
internal sealed class StateChanges(string repository)
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

        return changed;
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
