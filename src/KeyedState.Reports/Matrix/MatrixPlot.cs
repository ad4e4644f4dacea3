using KeyedState.Results;

namespace KeyedState.Reports;

/// <summary>The panels of a picture of the matrix.</summary>
internal sealed class MatrixPlot
{
    private const int Columns = 4;
    private const double Top = 78;
    private const double Gap = 22;
    private const double TicksWidth = 34;
    private const double PanelHeight = 196;
    private const double PlotHeight = 132;
    private const double TitleHeight = 22;
    private const double LabelSize = 9.5;
    private const double Width = ((SvgPage.Width - (2 * SvgPage.Margin) + Gap) / Columns) - Gap;
    private const double PlotWidth = Width - TicksWidth - 16;

    private readonly MatrixAnalysis analysis;
    private readonly StoredAxis axis;
    private readonly LogAxis? rates;
    private readonly double?[] best;

    /// <summary>Makes the scale that all panels share.</summary>
    public MatrixPlot(MatrixAnalysis analysis, StoredAxis axis, IReadOnlyList<StoredState> states)
    {
        (this.analysis, this.axis) = (analysis, axis);
        Estimate[] all = [.. states.SelectMany(state => axis.Points.Select(point => analysis.Rate(state.Name, point))).OfType<Estimate>()];
        double[] values = [.. all.SelectMany(rate => new[] { rate.Center, rate.Lower ?? rate.Center, rate.Upper ?? rate.Center })];
        rates = values.Length == 0 ? null : LogAxis.Upright(values, PlotHeight);
        best = [.. axis.Points.Select(point => states.Max(state => analysis.Rate(state.Name, point)?.Center))];
    }

    /// <summary>How high the picture is with so many panels.</summary>
    public static double HeightOf(int panels) => Top + (PanelHeight * ((panels + Columns - 1) / Columns)) + 26;

    /// <summary>Draws a panel.</summary>
    /// <param name="drawing">Where.</param>
    /// <param name="index">Its place, from 0.</param>
    /// <param name="state">Whose.</param>
    public void Draw(SvgDrawing drawing, int index, StoredState state)
    {
        if (rates is null)
        {
            return;
        }

        var left = SvgPage.Margin + (index % Columns * (Width + Gap)) + TicksWidth;
        var top = Top + (index / Columns * PanelHeight) + TitleHeight;
        drawing.Text("name", left, top - 8, 11.5, TextWidth.Fit(state.Title, 11.5, PlotWidth));
        DrawScale(drawing, left, top);
        var css = ReplyColour.Of(state);
        Draw(drawing, "best", best, left, top);
        Estimate?[] curve = [.. axis.Points.Select(point => analysis.Rate(state.Name, point))];
        Draw(drawing, $"curve {css}", [.. curve.Select(rate => rate?.Center)], left, top);
        foreach (var (place, rate) in curve.Index())
        {
            if (rate is { Lower: { } lower, Upper: { } upper })
            {
                drawing.Line($"interval {css}", X(left, place), Y(top, lower), X(left, place), Y(top, upper));
            }

            if (rate is not null)
            {
                drawing.Dot(css, X(left, place), Y(top, rate.Center), 3);
            }
        }
    }

    private void DrawScale(SvgDrawing drawing, double left, double top)
    {
        foreach (var tick in rates!.Ticks)
        {
            drawing.Line("grid", left, Y(top, tick), left + PlotWidth, Y(top, tick));
            drawing.Text("sub", left - 5, Y(top, tick) + 3.5, LabelSize, LogAxis.Label(tick), "end");
        }

        var room = PlotWidth / Math.Max(1, axis.Points.Count - 1);
        foreach (var (place, point) in axis.Points.Index())
        {
            drawing.Text("sub", X(left, place), top + PlotHeight + 15, LabelSize, TextWidth.Fit(point.Label, LabelSize, room), "middle");
        }
    }

    // A point without a figure breaks the curve.
    private void Draw(SvgDrawing drawing, string css, IReadOnlyList<double?> curve, double left, double top)
    {
        var run = new List<(double, double)>();
        foreach (var (place, rate) in curve.Append(null).Index())
        {
            if (rate is { } known)
            {
                run.Add((X(left, place), Y(top, known)));
                continue;
            }

            if (run.Count > 1)
            {
                drawing.Path(css, run);
            }

            run = [];
        }
    }

    private double X(double left, int place) => left + (axis.Points.Count == 1 ? PlotWidth / 2 : PlotWidth * place / (axis.Points.Count - 1));

    private double Y(double top, double rate) => top + PlotHeight - rates!.At(rate);
}
