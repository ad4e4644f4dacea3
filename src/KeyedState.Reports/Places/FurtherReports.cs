using KeyedState.Results;

namespace KeyedState.Reports;

/// <summary>The sentence that leads from the README to the reports of the suites beside the headline.</summary>
internal static class FurtherReports
{
    private static readonly (string Suite, string Subject)[] Subjects =
    [
        ("compound", "what each design can and can't do in one step, and what that costs"),
        ("latency", "how long callers wait, and who starves"),
        ("matrix", "where the order turns with the share of writes, the keys, the callers and more"),
        ("stores", "what it costs to keep the state in Redis, PostgreSQL, SQLite or Orleans instead"),
    ];

    /// <summary>The sentence; null where there is no such report.</summary>
    /// <param name="reports">The reports.</param>
    public static string? Line(IReadOnlyList<LinkedReport> reports)
    {
        string[] parts = [.. Subjects.Select(subject => Part(subject.Subject, [.. reports.Where(report => report.Suite == subject.Suite)])).OfType<string>()];
        return parts.Length == 0 ? null : $"Reports: {string.Join("; ", parts)}.";
    }

    private static string? Part(string subject, LinkedReport[] reports) => reports.Length == 0 ? null
        : $"{subject} ({string.Join(", ", reports.Select(report => $"[{(report.Distance is { } distance ? $"{distance.Name} cores" : "cores at an unknown distance")}](results/{MarkdownText.Escape(report.Path)})"))})";
}
