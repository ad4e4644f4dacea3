using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace KeyedState.Benchmarks.Environments;

/// <summary>Asks git how far apart commits are.</summary>
/// <param name="repository">The root of the repository.</param>
internal sealed class CommitLog(string repository)
{
    /// <summary>How many commits <paramref name="after"/> has that <paramref name="before"/> has not.</summary>
    /// <param name="before">A commit's hash.</param>
    /// <param name="after">A commit's hash.</param>
    /// <returns>Their number, negative when <paramref name="before"/> is the later; null when git does not know both or is missing.</returns>
    public int? Between(string? before, string? after)
    {
        if (!IsHash(before) || !IsHash(after))
        {
            return null;
        }

        return before == after ? 0 : Count(before, after) is not (> 0 and var ahead) ? -Count(after, before) : ahead;
    }

    /// <summary>Whether a text is a commit's hash. What is none is no argument for git either: it comes from a file, and may begin with a hyphen.</summary>
    /// <param name="commit">Any text, or none.</param>
    public static bool IsHash([NotNullWhen(true)] string? commit) => commit is { Length: >= 7 and <= 64 } && commit.All(char.IsAsciiHexDigitLower);

    private int? Count(string before, string after) =>
        int.TryParse(Git.Ask(repository, "rev-list", "--count", $"{before}..{after}"), NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : null;
}
