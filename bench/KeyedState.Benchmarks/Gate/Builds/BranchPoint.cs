using KeyedState.Benchmarks.Environments;

namespace KeyedState.Benchmarks.Gate;

/// <summary>Finds the commit at which a branch left the main one.</summary>
internal static class BranchPoint
{
    // Where the main branch usually is, the remote's first: a local one may lag behind.
    private static readonly string[] MainBranches = ["origin/HEAD", "origin/main", "origin/master", "main", "master"];

    /// <summary>The commit's hash.</summary>
    /// <param name="checkout">The repository.</param>
    /// <exception cref="CannotCompareException">This clone lacks the older commits, and it among them.</exception>
    /// <exception cref="FormatException">There is no main branch, or none that has a commit in common with the current one.</exception>
    public static string Of(Checkout checkout)
    {
        var known = MainBranches.Where(branch => checkout.CommitOf(branch) is not null).ToArray();
        if (known.Select(branch => Git.Ask(checkout.Folder, "merge-base", "HEAD", branch)).FirstOrDefault(commit => commit is { Length: > 0 }) is { } found)
        {
            return found;
        }

        throw (checkout.IsShallow, known) switch
        {
            (true, []) => new CannotCompareException(
                "This clone has no main branch and lacks the older commits: fetch both with git fetch --unshallow, or name the base with --base."),
            (true, _) => new CannotCompareException(
                "This clone lacks the older commits, and the one at which this branch left the main one among them: fetch them with git fetch --unshallow, or name the base with --base."),
            (_, []) => new FormatException("There is no main branch to compare with: name the base with --base."),
            (_, [var main, ..]) => new FormatException($"This branch has no commit in common with {main}: name the base with --base."),
        };
    }
}
