using KeyedState.Results;

namespace KeyedState.Reports;

/// <summary>The part of a README that shows a run: a picture, the answers and a short table between two marker lines.</summary>
public static class ReadmeSection
{
    /// <summary>The line before the section.</summary>
    public const string Begin = "<!-- results:begin -->";

    /// <summary>The line after it.</summary>
    public const string End = "<!-- results:end -->";

    /// <summary>Renders what stands between the markers.</summary>
    /// <param name="analysis">The analysis of one run.</param>
    /// <returns>Markdown whose links start at the folder that holds <c>results</c>.</returns>
    public static string Render(RunAnalysis analysis)
    {
        var folder = $"results/{analysis.Run.Machine.Folder}/{analysis.Run.Suite}";
        return string.Join('\n',
        [
            .. WarningText.Of(analysis).SelectMany(warning => new[] { $"> **{MarkdownText.Escape(warning)}**", "" }),
            $"[![Cost and throughput of every state, a dot a launch]({folder}/launches.svg)]({folder}/report.md)",
            "",
            .. analysis.Answers.Select(answer => $"- **{Words.Condition(answer.Promise)}:** {MarkdownText.Escape(AnswerText.Of(answer, analysis.Baseline))}"),
            "",
            MarkdownText.Row(["state", "answers", "a blocking caller", .. StateColumn.Short.Select(column => column.Heading), "marks"]),
            MarkdownText.Row([":--", ":--", ":--", .. StateColumn.Short.Select(_ => "--:"), ":--"]),
            .. analysis.States.Select(Row),
            "",
            $"{MarkdownText.Escape(FactText.Machine(analysis.Run))}; {MarkdownText.Escape(FactText.Source(analysis.Run))}.{(FactText.Distance(analysis) is { } distance ? " " + distance : "")} Parentheses hold an interval of at least {FigureText.Percent(Estimate.LeastConfidence)} confidence over launches; *unsteady* means that the slowest launch took more than {FigureText.Fixed(MarkDetector.LargestSpread, 1)} times as long as the fastest; a limit is what the others are held against. [The whole report]({folder}/report.md) has every launch and how it was measured.",
        ]);
    }

    /// <summary>The README with the section of a run in place of what was between the markers.</summary>
    /// <param name="readme">The README's text.</param>
    /// <param name="analysis">The analysis of one run.</param>
    /// <exception cref="FormatException">The markers are missing, repeated or in the wrong order.</exception>
    public static string Replace(string readme, RunAnalysis analysis)
    {
        var (begin, end) = (Only(readme, Begin) + Begin.Length, Only(readme, End));
        return end < begin
            ? throw new FormatException($"The README has {End} before {Begin}: put them in order.")
            : $"{readme[..begin]}\n{Render(analysis)}\n{readme[end..]}";
    }

    private static int Only(string readme, string marker)
    {
        var first = readme.IndexOf(marker, StringComparison.Ordinal);
        return first < 0 || readme.IndexOf(marker, first + 1, StringComparison.Ordinal) >= 0
            ? throw new FormatException($"The README must have {marker} exactly once: {(first < 0 ? "add it" : "remove the others")}.")
            : first;
    }

    private static string Row(StateAnalysis state) => MarkdownText.Row(
    [
        MarkdownText.Escape(state.Declared.Title) + StateTable.Aside(state),
        Words.Replies(state.Declared.Replies),
        Words.BlockingCaller(state.Declared.BlockingCaller),
        .. StateColumn.Short.Select(column => column.Of(state)),
        Words.Marks(state),
    ]);
}
