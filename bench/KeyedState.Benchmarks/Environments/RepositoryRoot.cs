namespace KeyedState.Benchmarks.Environments;

/// <summary>Finds the folder of the repository that the program was built from.</summary>
internal static class RepositoryRoot
{
    /// <summary>The file that lies at its top.</summary>
    public const string Marker = "Benchmarks.sln";

    /// <summary>
    /// Walks up from the program's own folder, then from the current one: where one copy of the sources is the current folder and the program was
    /// built from another, its figures are of that other.
    /// </summary>
    /// <exception cref="DirectoryNotFoundException">Neither lies in the repository.</exception>
    public static string Find() =>
        Above(AppContext.BaseDirectory)
        ?? Above(Environment.CurrentDirectory)
        ?? throw new DirectoryNotFoundException($"No {Marker} in this folder or above it; run the program from its repository.");

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
