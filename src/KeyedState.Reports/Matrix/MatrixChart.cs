using KeyedState.Results;

namespace KeyedState.Reports;

/// <summary>The picture of an axis: a small panel for each design, all of one scale, with the best of all beside each curve.</summary>
public static class MatrixChart
{
    private static readonly SvgPage Page = new(
        "The throughput of every design along an axis of the workload",
        "--now:#0969da;--soon:#1a7f37;--later:#bc4c00;--inline:#8250df;--best:#818b98",
        "--now:#58a6ff;--soon:#3fb950;--later:#f0883e;--inline:#bc8cff;--best:#7d8590",
        """
        .name{font-weight:600}.curve{fill:none;stroke-width:2;stroke-linejoin:round}.best{fill:none;stroke:var(--best);stroke-width:1.3;stroke-dasharray:4 3}.interval{stroke-width:5;opacity:.3}
        .now{stroke:var(--now)}.soon{stroke:var(--soon)}.later{stroke:var(--later)}.inline{stroke:var(--inline)}
        circle.now{fill:var(--now)}circle.soon{fill:var(--soon)}circle.later{fill:var(--later)}circle.inline{fill:var(--inline)}circle{stroke:none}
        """);

    /// <summary>Renders the picture. The same figures give the same text.</summary>
    /// <param name="analysis">The run's figures.</param>
    /// <param name="axis">The axis.</param>
    /// <returns>An SVG document of its own, readable on light and dark pages.</returns>
    public static string Render(MatrixAnalysis analysis, StoredAxis axis)
    {
        ArgumentNullException.ThrowIfNull(analysis);
        ArgumentNullException.ThrowIfNull(axis);
        StoredState[] states = [.. analysis.Designs.Where(state => axis.Points.Any(point => analysis.Rate(state.Name, point) is not null))];
        var drawing = new SvgDrawing();
        SvgPage.Line(drawing, "title", 30, 17, $"Million operations per second by {axis.Name}");
        SvgPage.Line(drawing, "sub", 49, 10.5, "Logarithmic, and the same in all panels; points are spaced evenly. The broad line is the interval over launches. Dashed: the best design at each point.");
        SvgPage.Line(drawing, "sub", 64, 10.5, "Colours: calls complete synchronously (blue), synchronously when free (green), asynchronously (orange), on the owner's thread (violet).");
        var plot = new MatrixPlot(analysis, axis, states);
        foreach (var (index, state) in states.Index())
        {
            plot.Draw(drawing, index, state);
        }

        var height = MatrixPlot.HeightOf(states.Length);
        SvgPage.Line(drawing, "sub", height - 12, 10.5, $"{analysis.Run.Machine.Processor}, {FigureText.Count(analysis.Run.Machine.LogicalCores)} cores{(analysis.Run.Distance is { } distance ? $" ({distance.Name})" : "")} · {analysis.Run.Machine.Runtime}");
        return Page.Render(drawing, height);
    }
}
