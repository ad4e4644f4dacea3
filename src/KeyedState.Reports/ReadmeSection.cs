using KeyedState.Results;

namespace KeyedState.Reports;

/// <summary>A part of a README between two marker lines that is made from the figures of all places.</summary>
public sealed class ReadmeSection
{
    private readonly Func<PlaceComparison, IEnumerable<string>> lines;

    private ReadmeSection(string name, Func<PlaceComparison, IEnumerable<string>> lines)
    {
        (Begin, End) = ($"<!-- {name}:begin -->", $"<!-- {name}:end -->");
        this.lines = lines;
    }

    /// <summary>What was measured, which design to take, and a picture.</summary>
    public static ReadmeSection Answer { get; } = new("answer", ReadmeAnswer.Lines);

    /// <summary>The table of all designs.</summary>
    public static ReadmeSection Figures { get; } = new("figures", ReadmeTable.Lines);

    /// <summary>The line before the section.</summary>
    public string Begin { get; }

    /// <summary>The line after it.</summary>
    public string End { get; }

    /// <summary>The README with both sections in place of what was between their markers.</summary>
    /// <param name="readme">The README's text.</param>
    /// <param name="comparison">The places.</param>
    /// <exception cref="FormatException">Markers are missing, repeated or in the wrong order.</exception>
    public static string ReplaceAll(string readme, PlaceComparison comparison) => Figures.Replace(Answer.Replace(readme, comparison), comparison);

    /// <summary>Renders what stands between the markers.</summary>
    /// <param name="comparison">The places; only what held on all of them is quoted, but for those that were measured before the baseline changed.</param>
    /// <returns>Markdown whose links start at the folder that holds <c>results</c>.</returns>
    public string Render(PlaceComparison comparison) => string.Join('\n', lines(comparison.Current));

    private string Replace(string readme, PlaceComparison comparison)
    {
        var (begin, end) = (Only(readme, Begin) + Begin.Length, Only(readme, End));
        return end < begin
            ? throw new FormatException($"The README has {End} before {Begin}: put them in order.")
            : $"{readme[..begin]}\n{Render(comparison)}\n{readme[end..]}";
    }

    private static int Only(string readme, string marker)
    {
        var first = readme.IndexOf(marker, StringComparison.Ordinal);
        return first < 0 || readme.IndexOf(marker, first + 1, StringComparison.Ordinal) >= 0
            ? throw new FormatException($"The README must have {marker} exactly once: {(first < 0 ? "add it" : "remove the others")}.")
            : first;
    }
}
