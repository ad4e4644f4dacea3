using System.Globalization;
using System.Text;

namespace KeyedState.Results;

/// <summary>Text from a file, made safe to show: a stored run is input, and may hold what a terminal obeys.</summary>
public static class PlainText
{
    /// <summary>
    /// The text on one line: line breaks and tabs become spaces, and every other character that a terminal obeys or
    /// that turns the reading direction becomes the replacement character.
    /// </summary>
    /// <param name="text">Any text, also with unpaired surrogates.</param>
    public static string OneLine(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            line.Append(rune.Value is '\r' or '\n' or '\t' ? " " : IsHarmful(rune) ? "\uFFFD" : rune.ToString());
        }

        return line.ToString();
    }

    /// <summary>The same, cut where it is overlong: what has no end of its own would fill a terminal.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="most">The most characters, at least two; the last stands for what was cut.</param>
    public static string OneLine(string text, int most)
    {
        var line = OneLine(text);
        if (line.Length <= most)
        {
            return line;
        }

        // Half a character would be the harm that the rest of this class keeps away.
        var kept = char.IsHighSurrogate(line[most - 2]) ? most - 2 : most - 1;
        return line[..kept] + "…";
    }

    /// <summary>Whether the text holds a line break or another character that does not simply print.</summary>
    /// <param name="text">Any text.</param>
    public static bool HasControls(string text) => text.EnumerateRunes().Any(IsHarmful);

    private static bool IsHarmful(Rune rune) => Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or
        UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned ||
        rune.Value == '\uFFFD' || (rune.Value & 0xFFFE) == 0xFFFE;
}
