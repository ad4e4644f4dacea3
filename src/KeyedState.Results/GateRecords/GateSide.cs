namespace KeyedState.Results;

/// <summary>One of the two builds.</summary>
/// <param name="Name">What was asked for: a commit, a branch, a folder or the working tree.</param>
/// <param name="Commit">The commit that it was built from; null where it is not known.</param>
/// <param name="Changed">Whether the source differed from that commit.</param>
public sealed record GateSide(string Name, string? Commit, bool Changed);
