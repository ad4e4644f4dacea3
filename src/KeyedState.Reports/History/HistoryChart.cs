using System.Globalization;
using KeyedState.Results;

namespace KeyedState.Reports;

/// <summary>The picture of a history: a small panel a state and look, time along it evenly by run.</summary>
public static class HistoryChart
{
    private const string Style = """
        :root{--paper:#fff;--ink:#1b1f24;--mute:#59636e;--grid:#e3e7eb;--line:#0969da;--slower:#cf222e;--faster:#1a7f37}
        @media (prefers-color-scheme:dark){:root{--paper:#0d1117;--ink:#e6edf3;--mute:#9198a1;--grid:#262c33;--line:#58a6ff;--slower:#ff7b72;--faster:#3fb950}}
        text{font-family:-apple-system,"Segoe UI",Helvetica,Arial,"DejaVu Sans",sans-serif;fill:var(--ink)}
        .paper{fill:var(--paper)}.title,.head,.name{font-weight:600}.sub{fill:var(--mute)}.value{font-variant-numeric:tabular-nums}
        .grid{stroke:var(--grid)}.band{fill:var(--line);opacity:.22}.line{fill:none;stroke:var(--line);stroke-width:1.4;stroke-linejoin:round}.dot{fill:var(--line)}.interval{stroke:var(--line);stroke-width:3;opacity:.3}
        .condition{stroke:var(--mute);stroke-dasharray:3 3}.change{stroke-width:1.8}line.slower{stroke:var(--slower)}line.faster{stroke:var(--faster)}text.slower{fill:var(--slower)}text.faster{fill:var(--faster)}
        """;

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
            drawing.Text("head", HistoryLayout.Margin, y, 12.5, look == Look.Cost ? "Cost on one core, ns per operation" : "On all cores, ns per operation");
        }

        foreach (var (left, top, series) in layout.Panels)
        {
            new HistoryPanel(history, series, left, top).Draw(drawing);
        }

        Fitted(drawing, "sub", layout.Height - 14, 10.5, FactText.Machine(history.Runs[^1].Head));
        var (width, height) = (SvgDrawing.Number(HistoryLayout.Width), SvgDrawing.Number(layout.Height));
        return $"""
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" role="img" aria-label="The time per operation of every state over the runs">
            <style>
            {Style}
            </style>
            <rect class="paper" width="{width}" height="{height}"/>
            {drawing.Elements}</svg>

            """.ReplaceLineEndings("\n");
    }

    private static void DrawHead(SvgDrawing drawing, RunHistory history)
    {
        var runs = history.Runs.Count.ToString(CultureInfo.InvariantCulture);
        Fitted(drawing, "title", 30, 17, history.Runs.Count == 1
            ? $"{history.Runs[0].Head.Suite}: one run, {HistoryText.Date(history.Runs[0])}"
            : $"{history.Runs[0].Head.Suite}: {runs} runs, {HistoryText.Date(history.Runs[0])} to {HistoryText.Date(history.Runs[^1])}");
        Fitted(drawing, "sub", 49, 10.5,
            "Time per operation on a logarithmic axis, one place a run; the line joins the runs' figures, the band is their interval (at least 95 %).");
        Fitted(drawing, "sub", 64, 10.5,
            "Vertical lines are change points, red towards slower and green towards faster, with the newest one's size above; dashed: machine, runtime or settings changed.");
    }

    private static void Fitted(SvgDrawing drawing, string css, double y, double size, string text) =>
        drawing.Text(css, HistoryLayout.Margin, y, size, TextWidth.Fit(text, size, HistoryLayout.Width - (2 * HistoryLayout.Margin)));
}
