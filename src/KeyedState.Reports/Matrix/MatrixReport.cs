using KeyedState.Results;

namespace KeyedState.Reports;

/// <summary>The page of a run of the matrix.</summary>
public static class MatrixReport
{
    /// <summary>Renders it. The same runs give the same bytes.</summary>
    /// <param name="analysis">The run's figures.</param>
    /// <param name="machines">Those of the newest runs of all machines, this one among them.</param>
    public static string Render(MatrixAnalysis analysis, IReadOnlyList<MatrixAnalysis> machines)
    {
        ArgumentNullException.ThrowIfNull(analysis);
        ArgumentNullException.ThrowIfNull(machines);
        return string.Join('\n',
        [
            "# Where another design becomes the better one",
            "",
            SuiteSections.Head(analysis.Run, "one thing of the workload changed at a time"),
            "",
            "In the original's workload 100 tasks read and 10 tasks write a map of 5 keys. Most sections change one thing of it; the others say what they start from. Throughput is that of all callers together. Designs differ in what they promise their callers, as the suite's other reports say; here they are held against each other by speed alone. Tables have million operations per second; parentheses hold the interval over launches, and a design is bold that is clearly faster than every other in its column.",
            "",
            .. SuiteSections.Partial(analysis.Run),
            "## In short",
            "",
            .. analysis.Axes.Select(axis => MatrixSentences.Summary(analysis, axis, machines)).OfType<string>().Select(sentence => $"- {sentence}"),
            "",
            MachinesText(machines),
            "",
            .. SuiteSections.Failed(analysis.Run),
            .. analysis.Axes.SelectMany(axis => Section(analysis, axis, machines)),
            .. MarkdownText.Fold("How it was measured", MatrixMethod.Lines(analysis.Run)),
            .. MarkdownText.Fold("Environment", SuiteSections.Environment(analysis.Run)),
        ]).TrimEnd() + "\n";
    }

    /// <summary>The name of the picture of an axis, beside the page; null where the axis has none.</summary>
    /// <param name="axis">The axis.</param>
    public static string? PictureOf(StoredAxis axis)
    {
        ArgumentNullException.ThrowIfNull(axis);
        return axis.Scale != AxisScale.Named && axis.Points.Count > 2 ? $"{axis.Key}.svg" : null;
    }

    private static IEnumerable<string> Section(MatrixAnalysis analysis, StoredAxis axis, IReadOnlyList<MatrixAnalysis> machines) =>
    [
        $"## {MarkdownText.Escape(Title(axis))}",
        "",
        .. MatrixMethod.Of(axis) is { } what ? [what, ""] : Array.Empty<string>(),
        .. MatrixSentences.Turns(analysis, axis, machines) is { Count: > 0 } turns ? [.. turns.Select(turn => $"- {turn}"), ""] : Array.Empty<string>(),
        .. PictureOf(axis) is { } picture ? [$"[![{MarkdownText.Escape(Title(axis))}: the throughput of each design]({picture})]({picture})", ""] : Array.Empty<string>(),
        .. MatrixTables.Lines(analysis, axis),
        "",
    ];

    private static string MachinesText(IReadOnlyList<MatrixAnalysis> machines) => machines.Count == 1
        ? "These are statements about one machine. Whether another would confirm them is not known."
        : $"Brackets say on how many of {FigureText.Count(machines.Count)} runs a statement holds, or give the range over them; each run is of another machine, or of one with its cores at another distance.";

    private static string Title(StoredAxis axis) => axis.Name.Length == 0 ? axis.Key : char.ToUpperInvariant(axis.Name[0]) + axis.Name[1..];
}
