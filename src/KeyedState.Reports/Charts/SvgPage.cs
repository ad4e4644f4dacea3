namespace KeyedState.Reports;

/// <summary>What every picture has around what it shows: the same width and letters, a background of its own, light and dark.</summary>
/// <param name="Label">What the picture is, for those who do not see it.</param>
/// <param name="Light">The picture's own colours on a light page, as custom properties.</param>
/// <param name="Dark">The same on a dark page.</param>
/// <param name="Rules">Its own style rules.</param>
internal sealed record SvgPage(string Label, string Light, string Dark, string Rules)
{
    public const double Width = 1040;
    public const double Margin = 16;

    /// <summary>The whole document.</summary>
    /// <param name="drawing">What is shown.</param>
    /// <param name="height">In pixels.</param>
    public string Render(SvgDrawing drawing, double height)
    {
        var (wide, high) = (SvgDrawing.Number(Width), SvgDrawing.Number(height));
        return $$$"""
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {{{wide}}} {{{high}}}" width="{{{wide}}}" height="{{{high}}}" role="img" aria-label="{{{Label}}}">
            <style>
            :root{--paper:#fff;--ink:#1b1f24;--mute:#59636e;--grid:#e3e7eb;{{{Light}}}}
            @media (prefers-color-scheme:dark){:root{--paper:#0d1117;--ink:#e6edf3;--mute:#9198a1;--grid:#262c33;{{{Dark}}}}}
            text{font-family:-apple-system,"Segoe UI",Helvetica,Arial,"DejaVu Sans",sans-serif;fill:var(--ink)}
            .paper{fill:var(--paper)}.title,.head{font-weight:600}.sub{fill:var(--mute)}.value{font-variant-numeric:tabular-nums}.grid{stroke:var(--grid)}
            {{{Rules}}}
            </style>
            <rect class="paper" width="{{{wide}}}" height="{{{high}}}"/>
            {{{drawing.Elements}}}</svg>

            """.ReplaceLineEndings("\n");
    }

    /// <summary>A line of text over the whole width, cut where it would run out of the page.</summary>
    public static void Line(SvgDrawing drawing, string css, double y, double size, string text) =>
        drawing.Text(css, Margin, y, size, TextWidth.Fit(text, size, Width - (2 * Margin)));
}
