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

    /// <summary>Whether the text holds a line break or another character that does not simply print.</summary>
    /// <param name="text">Any text.</param>
    public static bool HasControls(string text) => text.EnumerateRunes().Any(IsHarmful);

    private static bool IsHarmful(Rune rune) => Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or
        UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned ||
        rune.Value == '\uFFFD' || (rune.Value & 0xFFFE) == 0xFFFE;
}
