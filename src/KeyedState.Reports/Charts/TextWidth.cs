using System.Text;

namespace KeyedState.Reports;

/// <summary>How wide text may be at most, for a picture that is drawn without asking a font.</summary>
internal static class TextWidth
{
    /// <summary>The widest that the text gets in a usual sans-serif face, in pixels.</summary>
    /// <param name="text">The text.</param>
    /// <param name="size">The size of its letters, in pixels.</param>
    public static double Of(string text, double size) => size * text.EnumerateRunes().Sum(Ems);

    /// <summary>The text, or as much of its beginning as fits, with an ellipsis.</summary>
    /// <param name="text">The text.</param>
    /// <param name="size">The size of its letters, in pixels.</param>
    /// <param name="width">The room, in pixels.</param>
    public static string Fit(string text, double size, double width)
    {
        if (Of(text, size) <= width)
        {
            return text;
        }

        var room = width - Of("…", size);
        var kept = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            room -= size * Ems(rune);
            if (room < 0)
            {
                break;
            }

            kept.Append(rune.ToString());
        }

        return kept.ToString().TrimEnd() + "…";
    }

    /// <summary>The text as lines that fit, broken between words; what goes beyond the last line is cut.</summary>
    /// <param name="text">The text.</param>
    /// <param name="size">The size of its letters, in pixels.</param>
    /// <param name="width">The room, in pixels.</param>
    /// <param name="lines">The most lines.</param>
    public static IReadOnlyList<string> Wrap(string text, double size, double width, int lines)
    {
        List<string> wrapped = [""];
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var longer = $"{wrapped[^1]} {word}".TrimStart();
            if (Of(longer, size) <= width || wrapped.Count == lines || wrapped[^1].Length == 0)
            {
                wrapped[^1] = longer;
            }
            else
            {
                wrapped.Add(word);
            }
        }

        return [.. wrapped.Select(line => Fit(line, size, width))];
    }

    private static double Ems(Rune rune) => rune.Value switch
    {
        > 0x2E80 => 1.25,
        > 0x24F and not ('–' or '·' or '×') => 1,
        'm' or 'w' or 'M' or 'W' or '@' or '%' or '…' => 0.95,
        >= 'A' and <= 'Z' => 0.8,
        ' ' or '.' or ',' or ':' or '\'' or '|' or 'i' or 'j' or 'l' or 't' or 'f' or 'r' or '(' or ')' or '·' => 0.4,
        _ => 0.62,
    };
}
