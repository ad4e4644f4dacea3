using KeyedState.Results;

namespace KeyedState.Reports;

/// <summary>The page of a run: it answers first, then proves.</summary>
public static class MarkdownReport
{
    /// <summary>Renders the page. The same analysis gives the same text.</summary>
    /// <param name="analysis">The analysis of one run.</param>
    /// <returns>GitHub-flavoured markdown that refers to <c>launches.svg</c> beside it.</returns>
    public static string Render(RunAnalysis analysis) => string.Join('\n',
    [
        $"# {FactText.Question}",
        "",
        .. Warnings(analysis),
        Facts(analysis.Run),
        "",
        .. Answers(analysis),
        "![Cost and throughput of every state; each dot is a launch](launches.svg)",
        "",
        .. StateTable.Lines(analysis),
        "",
        .. DistanceSection.Fold(analysis),
        .. SlowedSection.Fold(analysis),
        .. MarkdownText.Fold("What each state is", DesignSection.Lines(analysis)),
        .. MarkdownText.Fold("How it was measured", MethodSection.Lines(analysis)),
        .. MarkdownText.Fold("What the figures do not say", CaveatSection.Lines(analysis)),
        .. MarkdownText.Fold("Further figures of every state", FurtherSection.Lines(analysis)),
        .. MarkdownText.Fold("Every launch", LaunchSection.Lines(analysis)),
        .. MarkdownText.Fold("Environment", EnvironmentSection.Lines(analysis)),
    ]);

    private static IEnumerable<string> Warnings(RunAnalysis analysis) =>
        WarningText.Of(analysis).SelectMany(warning => new[] { $"> **{MarkdownText.Escape(warning)}**", "" });

    private static string Facts(StoredRun run) => string.Join(" · ",
        new[] { FactText.Scenario(run), FactText.Machine(run), FactText.Source(run), FactText.Size(run) }.Select(MarkdownText.Escape));

    private static IEnumerable<string> Answers(RunAnalysis analysis) =>
    [
        .. analysis.Answers.SelectMany(answer => new[]
        {
            $"> **{Words.Condition(answer.Promise)}:** {MarkdownText.Escape(AnswerText.Of(answer, analysis.Baseline))}",
            ">",
        }),
        .. analysis.Answers.Count == 0 ? new[] { "> **No answer:** no state has the figures for one.", ">" } : [],
        "> **What the figures do not say:** with more cores, or with threads in place of tasks, another state may come first. Operations on a single key favour dictionaries. Throughput is not latency.",
        "",
    ];
}
