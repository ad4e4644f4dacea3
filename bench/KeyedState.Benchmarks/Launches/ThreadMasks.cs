namespace KeyedState.Benchmarks.Launches;

/// <summary>The processors that the threads of this process may run on.</summary>
internal static class ThreadMasks
{
    private const string Field = "Cpus_allowed_list:";

    /// <summary>The distinct masks of all threads as Linux prints them, such as "0" or "0-1"; empty on other systems.</summary>
    public static IReadOnlyList<string> Read()
    {
        try
        {
            return [.. Directory.EnumerateDirectories("/proc/self/task")
                .SelectMany(task => File.ReadLines(Path.Combine(task, "status")))
                .Where(line => line.StartsWith(Field, StringComparison.Ordinal))
                .Select(line => line[Field.Length..].Trim())
                .Distinct()
                .Order(StringComparer.Ordinal)];
        }
        catch (IOException)
        {
            // A thread that ended between the listing and the reading, or no such file system at all.
            return [];
        }
    }
}
