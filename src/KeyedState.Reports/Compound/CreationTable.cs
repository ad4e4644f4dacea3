using KeyedState.Results;

namespace KeyedState.Reports;

/// <summary>The section of asynchronous code that makes a key's value.</summary>
internal static class CreationTable
{
    /// <summary>The lines; none in a run that did not count.</summary>
    public static IEnumerable<string> Lines(StoredSeriesRun run) => run.Creations is not { Count: > 0 } creations ? [] :
    [
        "## Why does my factory run twice?",
        "",
        "Asynchronous code makes the value of a key that has none, and 110 tasks ask for the same 2,000 new keys in the same order. All get the same value; the ways differ in how often the code is called for it, and in what the next caller gets after the code has thrown. A range is from the fewest to the most of several races. The exclusive updates are this repository's; the others are .NET's.",
        "",
        MarkdownText.Row(["written as", "calls of the code per key", "after a failure"]),
        MarkdownText.Row([":--", "--:", ":--"]),
        .. creations.Select(creation => MarkdownText.Row([MarkdownText.Escape(creation.Name), Runs(creation), creation.KeepsFailure ? "the same failure, for good" : "the code runs again"])),
        "",
        "A dictionary of tasks calls the code before it takes its lock. Two callers who both find nothing both call it, and one of the tasks is dropped with whatever it has done. `Lazy` defers the call until it is known whose is kept; its failed task stays until somebody removes it.",
        "",
    ];

    private static string Runs(StoredCreation creation)
    {
        var (least, most) = (Number(creation.RunsPerKey.Min()), Number(creation.RunsPerKey.Max()));
        return least == most ? most : $"{least}–{most}";
    }

    private static string Number(double runs) => runs == 1 ? "1" : runs < 2 ? FigureText.Fixed(runs, 3) : FigureText.Significant(runs);
}
