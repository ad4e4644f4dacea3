namespace KeyedState.Reports;

/// <summary>Lines over two logarithmic axes, with their names at their right ends.</summary>
internal sealed class LatencyPicture
{
    private const double Left = 74;
    private const double Top = 74;
    private const double PlotWidth = 700;
    private const double PlotHeight = 420;
    private const double NameLeft = Left + PlotWidth + 18;
    private const double NameHeight = 15;
    private const double NameSize = 11.5;
    private const double TickSize = 10.5;

    private static readonly SvgPage Page = new(
        "Response times of every design",
        "--now:#0969da;--soon:#1a7f37;--later:#bc4c00;--inline:#8250df;--limit:#818b98",
        "--now:#58a6ff;--soon:#3fb950;--later:#f0883e;--inline:#bc8cff;--limit:#7d8590",
        """
        polyline{fill:none;stroke-width:1.6;stroke-linejoin:round}line.lead{stroke-width:.7;opacity:.6}
        line.now,polyline.now{stroke:var(--now)}line.soon,polyline.soon{stroke:var(--soon)}line.later,polyline.later{stroke:var(--later)}line.inline,polyline.inline{stroke:var(--inline)}line.limit,polyline.limit{stroke:var(--limit);stroke-dasharray:5 3}
        text.now,circle.now{fill:var(--now)}text.soon,circle.soon{fill:var(--soon)}text.later,circle.later{fill:var(--later)}text.inline,circle.inline{fill:var(--inline)}text.limit,circle.limit{fill:var(--limit)}
        """);

    private readonly IReadOnlyList<LatencyCurve> curves;
    private readonly (double At, string Label)[] ticks;
    private readonly LogAxis upright;

    /// <summary>Lays it out.</summary>
    /// <param name="curves">The lines; at least one.</param>
    /// <param name="ticks">The marks of the lower axis, rising, from end to end; at least two.</param>
    public LatencyPicture(IReadOnlyList<LatencyCurve> curves, IEnumerable<(double At, string Label)> ticks)
    {
        (this.curves, this.ticks) = (curves, [.. ticks]);
        upright = LogAxis.Upright([.. curves.SelectMany(curve => curve.Points).Select(point => point.Y)], PlotHeight);
    }

    /// <summary>Draws it.</summary>
    /// <param name="title">What it shows.</param>
    /// <param name="subtitle">How to read it.</param>
    /// <param name="below">What the lower axis is.</param>
    public string Render(string title, string subtitle, string below)
    {
        var drawing = new SvgDrawing();
        SvgPage.Line(drawing, "title", 30, 17, title);
        SvgPage.Line(drawing, "sub", 49, TickSize, subtitle);
        foreach (var tick in upright.Ticks)
        {
            drawing.Line("grid", Left, Y(tick), Left + PlotWidth, Y(tick));
            drawing.Text("sub", Left - 8, Y(tick) + 3.5, TickSize, LatencyText.Time(tick), "end");
        }

        foreach (var (at, label) in ticks)
        {
            drawing.Line("grid", X(at), Top, X(at), Top + PlotHeight);
            drawing.Text("sub", X(at), Top + PlotHeight + 16, TickSize, label, "middle");
        }

        drawing.Text("sub", Left + (PlotWidth / 2), Top + PlotHeight + 34, TickSize, below, "middle");
        foreach (var curve in curves)
        {
            foreach (var part in curve.Parts)
            {
                drawing.Path(curve.Css, part.Select(point => (X(point.X), Y(point.Y))));
            }

            foreach (var (x, y) in curve.Points)
            {
                drawing.Dot(curve.Css, X(x), Y(y), 2.2);
            }
        }

        DrawNames(drawing);
        return Page.Render(drawing, Top + PlotHeight + 48);
    }

    // From the top down, each as near to its line's end as those above it leave room, and all of them moved up where they would run out below.
    private void DrawNames(SvgDrawing drawing)
    {
        LatencyCurve[] sorted = [.. curves.OrderBy(curve => Y(curve.Points[^1].Y))];
        var places = new double[sorted.Length];
        for (var index = 0; index < sorted.Length; index++)
        {
            places[index] = Math.Max(Y(sorted[index].Points[^1].Y), index == 0 ? Top : places[index - 1] + NameHeight);
        }

        for (var index = sorted.Length - 1; index >= 0; index--)
        {
            places[index] = Math.Min(places[index], index == sorted.Length - 1 ? Top + PlotHeight : places[index + 1] - NameHeight);
        }

        foreach (var (index, curve) in sorted.Index())
        {
            drawing.Line("lead " + curve.Css, X(curve.Points[^1].X), Y(curve.Points[^1].Y), NameLeft - 4, places[index]);
            drawing.Text(curve.Css, NameLeft, places[index] + 4, NameSize, TextWidth.Fit(curve.Title, NameSize, SvgPage.Width - NameLeft - SvgPage.Margin));
        }
    }

    private double X(double value) => Left + (PlotWidth * Math.Log(value / ticks[0].At) / Math.Log(ticks[^1].At / ticks[0].At));

    private double Y(double value) => Top + PlotHeight - upright.At(value);
}
