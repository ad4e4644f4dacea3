using KeyedState.Results;

namespace KeyedState.Reports;

/// <summary>One state over the runs: figures joined by a line, their intervals as a band, changes as vertical lines.</summary>
/// <param name="history">The history that the state is of.</param>
/// <param name="series">The state in one look.</param>
/// <param name="left">The plot's left edge, in pixels.</param>
/// <param name="top">The plot's upper edge, in pixels.</param>
internal sealed class HistoryPanel(RunHistory history, StateSeries series, double left, double top)
{
    private const double TickSize = 10.5;
    private const double TitleSize = 12;
    private const double Bottom = HistoryLayout.PanelHeight;

    private readonly LogAxis axis = LogAxis.Upright([.. series.Points.SelectMany(Extent)], Bottom);

    public void Draw(SvgDrawing drawing)
    {
        DrawTitle(drawing);
        foreach (var tick in axis.Ticks)
        {
            drawing.Line("grid", left, Y(tick), left + HistoryLayout.PlotWidth, Y(tick));
            drawing.Text("sub", left - 6, Y(tick) + 3.5, TickSize, LogAxis.Label(tick), "end");
        }

        foreach (var change in history.ConditionChanges)
        {
            drawing.Line("condition", Between(change.FirstAfter - 1, change.FirstAfter), top, Between(change.FirstAfter - 1, change.FirstAfter), top + Bottom);
        }

        foreach (var stretch in Stretches())
        {
            DrawStretch(drawing, stretch);
        }

        foreach (var change in series.ChangePoints)
        {
            var x = Between(change.LastBefore, change.FirstAfter);
            drawing.Line(change.IsSlower ? "change slower" : "change faster", x, top, x, top + Bottom);
        }

        drawing.Text("sub", left, top + Bottom + 14, TickSize, HistoryText.Date(history.Runs[0]));
        if (history.Runs.Count > 1)
        {
            drawing.Text("sub", left + HistoryLayout.PlotWidth, top + Bottom + 14, TickSize, HistoryText.Date(history.Runs[^1]), "end");
        }
    }

    private void DrawTitle(SvgDrawing drawing)
    {
        var aside = series.ChangePoints is [.., var newest] ? HistoryText.Percent(newest.Ratio.Center) : "";
        if (aside.Length > 0)
        {
            drawing.Text(series.ChangePoints[^1].IsSlower ? "slower value" : "faster value", left + HistoryLayout.PlotWidth, top - 12, TitleSize, aside, "end");
        }

        var room = HistoryLayout.PlotWidth - TextWidth.Of(aside, TitleSize) - 12;
        drawing.Text("name", left, top - 12, TitleSize, TextWidth.Fit(series.State.Title, TitleSize, room));
    }

    private void DrawStretch(SvgDrawing drawing, SeriesPoint[] points)
    {
        if (points.Length == 1)
        {
            DrawAlone(drawing, points[0]);
            return;
        }

        drawing.Shape("band", [.. points.Select(point => (X(point.Run), Y(Upper(point)))), .. points.Reverse().Select(point => (X(point.Run), Y(Lower(point))))]);
        drawing.Path("line", [.. points.Select(point => (X(point.Run), Y(point.Time.Center)))]);
        if (history.Runs.Count <= 60)
        {
            foreach (var point in points)
            {
                drawing.Dot("dot", X(point.Run), Y(point.Time.Center), 1.8);
            }
        }
    }

    private void DrawAlone(SvgDrawing drawing, SeriesPoint point)
    {
        drawing.Line("interval", X(point.Run), Y(Lower(point)), X(point.Run), Y(Upper(point)));
        drawing.Dot("dot", X(point.Run), Y(point.Time.Center), 1.8);
    }

    /// <summary>The points under like conditions, between which a line is drawn.</summary>
    private IEnumerable<SeriesPoint[]> Stretches() => history.Conditions
        .Select(alike => series.Points.Where(point => alike.Contains(point.Run)).ToArray())
        .Where(stretch => stretch.Length > 0);

    private double Between(int before, int after) => (X(before) + X(after)) / 2;

    private double X(int run) => left + (HistoryLayout.PlotWidth * (run + 0.5) / history.Runs.Count);

    private double Y(double time) => top + Bottom - axis.At(time);

    private static IEnumerable<double> Extent(SeriesPoint point) => [Lower(point), Upper(point)];

    private static double Lower(SeriesPoint point) => point.Time.Lower ?? point.Time.Center;

    private static double Upper(SeriesPoint point) => point.Time.Upper ?? point.Time.Center;
}
