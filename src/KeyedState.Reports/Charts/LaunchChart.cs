using KeyedState.Results;

namespace KeyedState.Reports;

/// <summary>The picture of a run: one core and all cores side by side, a dot a launch.</summary>
public static class LaunchChart
{
    private const double GroupSize = 11.5;
    private const double EffectSize = 10;

    private static readonly SvgPage Page = new(
        "Cost and throughput of every state",
        "--now:#0969da;--soon:#1a7f37;--later:#bc4c00;--inline:#8250df;--limit:#818b98;--warn:#cf222e",
        "--now:#58a6ff;--soon:#3fb950;--later:#f0883e;--inline:#bc8cff;--limit:#7d8590;--warn:#ff7b72",
        """
        .group,.warn{font-weight:600}.group,.effect{fill:var(--mute)}.warn{fill:var(--warn)}.base{stroke:var(--later);stroke-dasharray:4 3;opacity:.8}
        .span{stroke-width:1;opacity:.6}.interval{stroke-width:5;opacity:.3}.center{stroke-width:2.4}circle{fill-opacity:.45}
        .now{fill:var(--now);stroke:var(--now)}.soon{fill:var(--soon);stroke:var(--soon)}.later{fill:var(--later);stroke:var(--later)}.inline{fill:var(--inline);stroke:var(--inline)}.limit{fill:var(--limit);stroke:var(--limit)}
        circle.now,circle.soon,circle.later,circle.inline,circle.limit{stroke:none}
        """);

    /// <summary>Renders the picture. The same analysis gives the same text.</summary>
    /// <param name="analysis">The analysis of one run.</param>
    /// <returns>An SVG document of its own, readable on light and dark pages.</returns>
    public static string Render(RunAnalysis analysis)
    {
        var warnings = WarningText.Of(analysis);
        var layout = new ChartLayout(analysis, warnings.Count);
        var drawing = new SvgDrawing();
        DrawHead(drawing, analysis, warnings);
        DrawNames(drawing, layout);
        foreach (var look in Look.All)
        {
            new ChartPanel(analysis, layout, look).Draw(drawing);
        }

        DrawFoot(drawing, analysis, layout);
        return Page.Render(drawing, layout.Height);
    }

    private static void DrawHead(SvgDrawing drawing, RunAnalysis analysis, IReadOnlyList<string> warnings)
    {
        SvgPage.Line(drawing, "title", 30, 17, $"{FactText.Question} {FactText.Scenario(analysis.Run)}");
        SvgPage.Line(drawing, "sub", 49, 10.5, "Each dot is a launch. The bar is the figure over the launches, the broad line its interval for the next run." +
            (analysis.Baseline is { } baseline ? $" Dashed: the baseline, {baseline.Declared.Title}." : ""));
        for (var index = 0; index < warnings.Count; index++)
        {
            SvgPage.Line(drawing, "warn", ChartLayout.WarningAt(index), 12, warnings[index]);
        }
    }

    private static void DrawNames(SvgDrawing drawing, ChartLayout layout)
    {
        foreach (var (y, title) in layout.Groups)
        {
            drawing.Text("group", SvgPage.Margin, y, GroupSize, TextWidth.Fit(title.Answers, GroupSize, ChartLayout.NamesWidth));
            drawing.Text("effect", SvgPage.Margin, y + 13, EffectSize, TextWidth.Fit(title.Blocking, EffectSize, ChartLayout.NamesWidth));
        }

        foreach (var (y, state) in layout.Rows)
        {
            ChartRow.Draw(drawing, y, state);
        }

        drawing.Text("sub", ChartLayout.SpeedupRight, layout.HeadTop + 15, 10.5, "× baseline", "end");
    }

    private static void DrawFoot(SvgDrawing drawing, RunAnalysis analysis, ChartLayout layout)
    {
        SvgPage.Line(drawing, "sub", layout.PlotBottom + 38, 10.5, FactText.Machine(analysis.Run));
        SvgPage.Line(drawing, "sub", layout.PlotBottom + 54, 10.5, $"{FactText.Source(analysis.Run)} · {FactText.Size(analysis.Run)}");
    }
}
