using KeyedState.Results;

namespace KeyedState.Benchmarks.Environments;

/// <summary>What git said.</summary>
/// <param name="ExitCode">How it ended; null where git is not installed.</param>
/// <param name="Output">What it printed.</param>
/// <param name="Errors">What it complained of.</param>
internal sealed record GitAnswer(int? ExitCode, string Output, string Errors)
{
    // Where a repository is there but can't be reached, such as that of a worktree in a container, git goes on with a colon instead.
    private const string NoRepository = "not a git repository (or any ";

    /// <summary>What it printed, trimmed; null where it failed.</summary>
    public string? Text => ExitCode == 0 ? Output.Trim() : null;

    /// <summary>Why it failed, on one line and without a full stop.</summary>
    /// <param name="folder">The folder that it was asked about.</param>
    public string WhyNot(string folder) => PlainText.OneLine(ExitCode switch
    {
        null => "git is not installed, or not on the PATH",
        _ when Errors.Contains(NoRepository, StringComparison.Ordinal) => $"{folder} is not under version control",
        _ => $"git does not read {folder} and says: {string.Join(' ', Errors.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).TrimEnd('.')}",
    });
}
