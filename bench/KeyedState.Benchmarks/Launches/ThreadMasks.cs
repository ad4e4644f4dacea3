namespace KeyedState.Benchmarks.Launches;

/// <summary>The processors that the threads of this process may run on.</summary>
internal static class ThreadMasks
{
    private const string Field = "Cpus_allowed_list:";

    /// <summary>The distinct masks of all threads as Linux prints them, such as "0" or "0-1"; empty on other systems.</summary>
    public static IReadOnlyList<string> Read()
    {
        const string Threads = "/proc/self/task";
        return Directory.Exists(Threads)
            ? [.. Directory.GetDirectories(Threads).Select(MaskOf).OfType<string>().Distinct().Order(StringComparer.Ordinal)]
            : [];
    }

    private static string? MaskOf(string thread)
    {
        try
        {
            return File.ReadLines(Path.Combine(thread, "status"))
                .FirstOrDefault(line => line.StartsWith(Field, StringComparison.Ordinal))?[Field.Length..].Trim();
        }
        catch (IOException)
        {
            // The thread has ended since it was listed.
            return null;
        }
    }
}
