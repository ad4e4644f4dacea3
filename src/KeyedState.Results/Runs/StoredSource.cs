namespace KeyedState.Results;

/// <summary>The source that a run was built from.</summary>
/// <param name="Commit">The full commit hash; null where the source is not under version control.</param>
/// <param name="Dirty">Whether anything under src or bench differed from that commit.</param>
/// <param name="Packages">The versions of the packages that figures depend on, by package name.</param>
public sealed record StoredSource(string? Commit, bool Dirty, IReadOnlyDictionary<string, string> Packages);
