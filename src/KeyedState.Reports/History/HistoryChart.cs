using KeyedState.Results;

namespace KeyedState.Reports;

/// <summary>The picture of a history: a small panel a state and look, time along it evenly by run.</summary>
public static class HistoryChart
{
    private static readonly SvgPage Page = new(
        "The time per operation of every state over the runs",
        "--line:#0969da;--slower:#cf222e;--faster:#1a7f37",
        "--line:#58a6ff;--slower:#ff7b72;--faster:#3fb950",
        """
        .name{font-weight:600}.band{fill:var(--line);opacity:.22}.line{fill:none;stroke:var(--line);stroke-width:1.4;stroke-linejoin:round}.dot{fill:var(--line)}.interval{stroke:var(--line);stroke-width:3;opacity:.3}
        .condition{stroke:var(--mute);stroke-dasharray:3 3}.change{stroke-width:1.8}line.slower{stroke:var(--slower)}line.faster{stroke:var(--faster)}text.slower{fill:var(--slower)}text.faster{fill:var(--faster)}
        """);

    /// <summary>Renders the picture. The same history gives the same text.</summary>
    /// <param name="history">The history.</param>
    /// <returns>An SVG document of its own, readable on light and dark pages.</returns>
    public static string Render(RunHistory history)
    {
        var layout = new HistoryLayout(history);
        var drawing = new SvgDrawing();
        DrawHead(drawing, history);
        foreach (var (y, look) in layout.Sections)
        {
            drawing.Text("head", SvgPage.Margin, y, 12.5, $"Time per operation on {look.Name}, ns");
        }

        foreach (var (left, top, series) in layout.Panels)
        {
            new HistoryPanel(history, series, left, top).Draw(drawing);
        }

        SvgPage.Line(drawing, "sub", layout.Height - 14, 10.5, FactText.Machine(history.Runs[^1].Head));
        return Page.Render(drawing, layout.Height);
    }

    private static void DrawHead(SvgDrawing drawing, RunHistory history)
    {
        var runs = FigureText.Count(history.Runs.Count);
        SvgPage.Line(drawing, "title", 30, 17, history.Runs.Count == 1
            ? $"{history.Runs[0].Head.Suite}: one run, {HistoryText.Date(history.Runs[0])}"
            : $"{history.Runs[0].Head.Suite}: {runs} runs, {HistoryText.Date(history.Runs[0])} to {HistoryText.Date(history.Runs[^1])}");
        SvgPage.Line(drawing, "sub", 49, 10.5,
            "Time per operation on a logarithmic axis, one place a run; the line joins the runs' figures, the band is their interval for the next run.");
        SvgPage.Line(drawing, "sub", 64, 10.5,
            "Vertical lines are change points, red towards slower and green towards faster, with the newest one's size above; dashed: machine, cores, runtime or settings met for the first time; the runs of each have a line of their own.");
    }
}
