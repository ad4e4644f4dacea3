using System.Globalization;

namespace KeyedState.Tests.Frameworks;

/// <summary>What engines may leave behind in this process, as Linux and the runtime tell it.</summary>
/// <param name="Threads">Those that are not the runtime's own, by their number in the system, and their names.</param>
/// <param name="Sockets">How many sockets are open; one that listens is among them.</param>
/// <param name="Timers">How many timers are set.</param>
public sealed record ProcessObservation(IReadOnlyDictionary<int, string> Threads, int Sockets, long Timers)
{
    // The runtime names its own threads so, those of its pool too, and keeps them for whoever comes next.
    private const string RuntimesOwn = ".NET ";

    public static ProcessObservation Now() => new(
        Directory.GetDirectories("/proc/self/task").Select(task => (Number: NumberOf(task), Name: NameOf(task)))
            .Where(thread => thread.Name is { } name && !name.StartsWith(RuntimesOwn, StringComparison.Ordinal))
            .ToDictionary(thread => thread.Number, thread => thread.Name!),
        Directory.GetFiles("/proc/self/fd").Count(IsSocket),
        Timer.ActiveCount);

    /// <summary>The names of the threads that were not there at an earlier time.</summary>
    public IEnumerable<string> ThreadsSince(ProcessObservation earlier) =>
        Threads.Where(thread => !earlier.Threads.ContainsKey(thread.Key)).Select(thread => thread.Value);

    private static int NumberOf(string task) => int.Parse(Path.GetFileName(task), CultureInfo.InvariantCulture);

    private static string? NameOf(string task)
    {
        try
        {
            return File.ReadAllText(Path.Combine(task, "comm")).Trim();
        }
        catch (IOException)
        {
            // It has just ended.
            return null;
        }
    }

    private static bool IsSocket(string handle)
    {
        try
        {
            return new FileInfo(handle).LinkTarget?.StartsWith("socket:", StringComparison.Ordinal) ?? false;
        }
        catch (IOException)
        {
            // It has just been closed, such as the one by which this folder was read.
            return false;
        }
    }
}
