using System.Text;
using KeyedState.Results;

namespace KeyedState.Reports;

/// <summary>Puts any text into a page so that it reads as itself and can neither format nor link anything.</summary>
internal static class MarkdownText
{
    private const string Special = "\\`*_[]#|~!$@:";

    /// <summary>Text in a sentence or a table's cell.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 8);
        foreach (var character in PlainText.OneLine(text))
        {
            escaped.Append(character switch
            {
                '&' => "&amp;",
                '<' => "&lt;",
                '>' => "&gt;",
                _ when NeedsBackslash(character) => "\\" + character,
                _ => character.ToString(),
            });
        }

        // A colon formats nothing but the links that sites make of addresses.
        return escaped.Replace("\\: ", ": ").ToString();
    }

    /// <summary>Text as code. A code span knows no escapes, so what would end it or a cell is replaced.</summary>
    public static string Code(string text) => text.Length == 0
        ? "` `" // Two backticks with nothing between would open a span that takes in what follows.
        : $"`{PlainText.OneLine(text).Replace('`', '\'').Replace('|', '¦')}`";

    /// <summary>A row of a table.</summary>
    public static string Row(params IEnumerable<string> cells) => $"| {string.Join(" | ", cells)} |";

    /// <summary>Sections that fold.</summary>
    public static IEnumerable<string> Fold(string summary, IEnumerable<string> lines) =>
        [$"<details><summary>{summary}</summary>", "", .. lines, "", "</details>", ""];

    private static bool NeedsBackslash(char character) => Special.Contains(character, StringComparison.Ordinal);
}
