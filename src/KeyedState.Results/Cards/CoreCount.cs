using System.Globalization;

namespace KeyedState.Results;

/// <summary>Counts the cores of a list as Linux writes it.</summary>
internal static class CoreCount
{
    /// <summary>How many cores a list such as "0-7,12" names. What is no range counts as one core, since the text may come from any file.</summary>
    public static long Of(string list) => list.Split(',').Sum(Length);

    private static long Length(string range) => range.Split('-', 2) is [var first, var last] && Number(first) is { } from && Number(last) is { } to && to >= from
        ? 1L + to - from
        : 1;

    private static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
