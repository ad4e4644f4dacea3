using KeyedState.Benchmarks.Environments;

namespace KeyedState.Tests.Pages;

/// <summary>What of the results is committed: not what whoever runs the tests has made beside it, which must not make a test fail.</summary>
internal static class CommittedResults
{
    public static string Repository { get; } = RepositoryRoot.Find();

    /// <summary>The committed files under results whose path matches, by git's rules.</summary>
    /// <param name="pattern">Such as "results/*.json".</param>
    public static IReadOnlyList<string> Files(string pattern) =>
    [
        .. Git.Ask(Repository, "ls-files", pattern)!.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(file => Path.Combine(Repository, file)),
    ];
}
