using System.Globalization;

namespace KeyedState.Stores;

/// <summary>A process and those that it started, as Linux tells of them.</summary>
internal static class ProcessFamily
{
    // Between the looks at who belongs to it somebody may come or go; nobody does so many times in a row.
    private const int Tries = 10;

    // The unit of these files, USER_HZ, whatever the kernel's own tick is.
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(10);

    /// <summary>Whether the system tells.</summary>
    public static bool IsKnown { get; } = File.Exists(ChildrenFile(Environment.ProcessId));

    /// <summary>
    /// What a process has had of the processors so far, and its children: those that live, and those that have ended and that it has waited
    /// for, as a PostgreSQL's postmaster does for its backends.
    /// </summary>
    /// <param name="id">The system's number of the process.</param>
    /// <exception cref="IOException">It has ended.</exception>
    public static TimeSpan ProcessorTimeOf(int id)
    {
        for (var tries = 1; ; tries++)
        {
            // One that ends meanwhile passes from the living to the others, and would be counted twice or not at all.
            var children = ChildrenOf(id);
            var ticks = TicksOf(id, withEndedChildren: true) + Children(children).Sum(child => TicksOf(child, withEndedChildren: false));
            if (tries == Tries || ChildrenOf(id) == children)
            {
                return ticks * Tick;
            }
        }
    }

    /// <summary>The processes that a process has started and that have not ended.</summary>
    /// <param name="id">The system's number of the process.</param>
    /// <exception cref="IOException">It has ended.</exception>
    public static IReadOnlyList<int> LivingChildrenOf(int id) => Children(ChildrenOf(id));

    private static string ChildrenFile(int id) => string.Create(CultureInfo.InvariantCulture, $"/proc/{id}/task/{id}/children");

    private static string ChildrenOf(int id) => File.ReadAllText(ChildrenFile(id));

    private static int[] Children(string listed) =>
        [.. listed.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(child => int.Parse(child, CultureInfo.InvariantCulture))];

    private static long TicksOf(int id, bool withEndedChildren)
    {
        string stat;
        try
        {
            stat = File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{id}/stat"));
        }
        catch (IOException) when (!withEndedChildren)
        {
            // A child that has ended; the next look finds that it has.
            return 0;
        }

        // The program's name comes second, in brackets, and may itself have blanks and brackets. utime, stime, cutime and cstime are the 14th to 17th.
        var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        return fields[11..(withEndedChildren ? 15 : 13)].Sum(field => long.Parse(field, CultureInfo.InvariantCulture));
    }
}
