namespace KeyedState.Benchmarks.Environments;

/// <summary>Finds the folder of the repository that the program was built from.</summary>
internal static class RepositoryRoot
{
    private const string Marker = "Benchmarks.sln";

    /// <summary>Walks up from the current folder, then from the program's own.</summary>
    /// <exception cref="DirectoryNotFoundException">Neither lies in the repository.</exception>
    public static string Find() =>
        Above(Environment.CurrentDirectory)
        ?? Above(AppContext.BaseDirectory)
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
