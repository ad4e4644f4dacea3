using KeyedState.Results;

namespace KeyedState.Reports;

/// <summary>The page of a run of the compound suite.</summary>
public static class CompoundReport
{
    /// <summary>Renders it. The same run gives the same bytes.</summary>
    /// <param name="analysis">The run's figures.</param>
    public static string Render(CompoundAnalysis analysis)
    {
        ArgumentNullException.ThrowIfNull(analysis);
        return string.Join('\n',
        [
            "# Operations that take more than one step",
            "",
            SuiteSections.Head(analysis.Run, "110 tasks"),
            "",
            .. SuiteSections.Partial(analysis.Run),
            .. CompoundAnswers.Lines(analysis),
            .. SuiteSections.Failed(analysis.Run),
            "## What each design can do",
            "",
            .. CapabilityTable.Lines(analysis),
            "",
            "## Throughput on all cores",
            "",
            .. CompoundTables.Throughput(analysis),
            "",
            .. RetryTable.Lines(analysis),
            "## What a step costs on one core",
            "",
            .. CompoundTables.Cost(analysis),
            "",
            "## Updates whose code waits",
            "",
            .. UpdateTable.Lines(analysis),
            "",
            .. CreationTable.Lines(analysis.Run),
            .. MarkdownText.Fold("How it was measured", CompoundMethod.Lines(analysis.Run)),
            .. MarkdownText.Fold("Environment", SuiteSections.Environment(analysis.Run)),
        ]).TrimEnd() + "\n";
    }
}
