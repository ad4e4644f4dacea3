namespace KeyedState.Benchmarks.Environments;

/// <summary>Finds the top of the suite's sources.</summary>
internal static class RepositoryRoot
{
    /// <summary>The file that lies at the top.</summary>
    public const string Marker = "Benchmarks.sln";

    /// <summary>Where results are kept and read: walks up from the current folder, then from the program's own.</summary>
    /// <exception cref="DirectoryNotFoundException">Neither lies in the repository.</exception>
    public static string Find() =>
        Above(Environment.CurrentDirectory)
        ?? Above(AppContext.BaseDirectory)
        ?? throw new DirectoryNotFoundException($"No {Marker} in this folder or above it; run the program from its repository.");

    /// <summary>
    /// What the program was built from: walks up from the program's own folder, then from the current one. Where the current folder is one copy
    /// of the sources and the program is of another, such as a worktree's, the figures are of that other.
    /// </summary>
    /// <exception cref="DirectoryNotFoundException">Neither lies in the repository.</exception>
    public static string FindSources() => Above(AppContext.BaseDirectory) ?? Find();

    private static string? Above(string folder)
    {
        for (var candidate = new DirectoryInfo(folder); candidate is not null; candidate = candidate.Parent)
        {
            if (File.Exists(Path.Combine(candidate.FullName, Marker)))
            {
                return candidate.FullName;
            }
        }

        return null;
    }
}
