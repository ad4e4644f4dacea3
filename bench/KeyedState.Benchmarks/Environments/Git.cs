namespace KeyedState.Benchmarks.Environments;

/// <summary>Asks git about a repository.</summary>
internal static class Git
{
    /// <summary>What git prints, trimmed; null where there is no git, no repository, or git refuses.</summary>
    /// <param name="folder">A folder of the repository.</param>
    /// <param name="arguments">What to ask.</param>
    public static string? Ask(string folder, params IEnumerable<string> arguments) =>
        ExternalProcess.Run("git", folder, CancellationToken.None, arguments) is (0, var output, _) ? output.Trim() : null;
}
