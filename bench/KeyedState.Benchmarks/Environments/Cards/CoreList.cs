using System.Globalization;

namespace KeyedState.Benchmarks.Environments.Cards;

/// <summary>Numbers of cores, read and written as Linux lists them: "0-7,12".</summary>
internal static class CoreList
{
    // Linux supports 8192; a list that goes on is none.
    private const int Most = 65_536;

    /// <summary>The cores of a list; empty where the text is none.</summary>
    public static IReadOnlyList<int> Parse(string? text)
    {
        var cores = new List<int>();
        foreach (var range in (text ?? string.Empty).Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var ends = range.Split('-', 2);
            if (!IsCore(ends[0], out var first) || !IsCore(ends[^1], out var last) || last < first)
            {
                return [];
            }

            cores.AddRange(Enumerable.Range(first, last - first + 1));
        }

        return cores.Count <= Most ? cores : [];
    }

    /// <summary>The list of cores.</summary>
    /// <param name="cores">In rising order.</param>
    public static string Format(IReadOnlyList<int> cores)
    {
        var ranges = new List<(int First, int Last)>();
        foreach (var core in cores)
        {
            if (ranges is [.., var (first, last)] && core == last + 1)
            {
                ranges[^1] = (first, core);
            }
            else
            {
                ranges.Add((core, core));
            }
        }

        return string.Join(',', ranges.Select(range => range.First == range.Last
            ? Text(range.First)
            : $"{Text(range.First)}-{Text(range.Last)}"));
    }

    /// <summary>At most so many of the cores, evenly spread, with the first and the last among them.</summary>
    public static IReadOnlyList<int> Sample(IReadOnlyList<int> cores, int most) => cores.Count <= most
        ? cores
        : [.. Enumerable.Range(0, most).Select(index => cores[index * (cores.Count - 1) / (most - 1)])];

    private static string Text(int core) => core.ToString(CultureInfo.InvariantCulture);

    private static bool IsCore(string text, out int core) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out core) && core < Most;
}
