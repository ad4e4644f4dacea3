using KeyedState.Benchmarks.Environments.Cards;

namespace KeyedState.Benchmarks.Launches;

/// <summary>The processors that the threads of this process may run on.</summary>
internal static class ThreadMasks
{
    private const string Threads = "proc/self/task";
    private const string Field = "Cpus_allowed_list:";

    /// <summary>The distinct masks of all threads as Linux prints them, such as "0" or "0-1"; empty where the system does not show them.</summary>
    /// <param name="files">The system's files.</param>
    public static IReadOnlyList<string> Read(SystemFiles files) =>
        [.. files.Folders(Threads).Select(thread => MaskOf(files, thread)).OfType<string>().Distinct().Order(StringComparer.Ordinal)];

    // None of a thread that has ended since it was listed.
    private static string? MaskOf(SystemFiles files, string thread) => files.Text($"{Threads}/{thread}/status")?.Split('\n')
        .FirstOrDefault(line => line.StartsWith(Field, StringComparison.Ordinal))?[Field.Length..].Trim();
}
