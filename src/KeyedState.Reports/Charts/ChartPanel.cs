using KeyedState.Results;

namespace KeyedState.Reports;

/// <summary>One look's half of the picture: an axis, the baseline, and for each state its launches, centre and interval.</summary>
internal sealed class ChartPanel
{
    private const double TickSize = 10.5;
    private const double ValueSize = 12;
    private const int AbsenceLines = 4;

    private readonly RunAnalysis analysis;
    private readonly ChartLayout layout;
    private readonly Look look;
    private readonly MetricText shown;
    private readonly double left;
    private readonly double valueRight;
    private readonly LogAxis? axis;

    public ChartPanel(RunAnalysis analysis, ChartLayout layout, Look look)
    {
        (this.analysis, this.layout, this.look) = (analysis, layout, look);
        shown = MetricText.Of(look.Metric);
        (left, valueRight) = (ChartLayout.PanelLeft(look), ChartLayout.ValueRight(look));
        double[] values = [.. analysis.States.SelectMany(Values)];
        axis = values.Length == 0 ? null : LogAxis.Over(values, left, ChartLayout.PanelWidth);
    }

    public void Draw(SvgDrawing drawing)
    {
        DrawHead(drawing);
        if (axis is null)
        {
            DrawAbsence(drawing);
            return;
        }

        DrawTicks(drawing, axis);
        foreach (var (y, state) in layout.Rows)
        {
            DrawState(drawing, axis, y, state);
        }
    }

    private void DrawHead(SvgDrawing drawing)
    {
        var pace = look == Look.OneCore && analysis.Pace is not null ? " while nothing else slowed the core down" : "";
        drawing.Text("head", left, layout.HeadTop, 12.5, $"{shown.Title} on {look.Name}");
        drawing.Text("sub", left, layout.HeadTop + 15, TickSize, $"{shown.Unit}{pace}, {MetricText.Direction(look.Metric)}");
    }

    private void DrawAbsence(SvgDrawing drawing)
    {
        var reason = analysis.WhyNotTaken(look) is { } because ? $"Not measured: {because}." : "No launch ended.";
        var lines = TextWidth.Wrap(reason, ValueSize, ChartLayout.PanelWidth, AbsenceLines);
        foreach (var (index, line) in lines.Index())
        {
            drawing.Text("sub", left, layout.PlotTop + 22 + (16 * index), ValueSize, line);
        }
    }

    private void DrawTicks(SvgDrawing drawing, LogAxis ticks)
    {
        foreach (var tick in ticks.Ticks)
        {
            drawing.Line("grid", ticks.At(tick), layout.PlotTop, ticks.At(tick), layout.PlotBottom);
            drawing.Text("sub", ticks.At(tick), layout.PlotBottom + 15, TickSize, LogAxis.Label(tick), "middle");
        }

        if (analysis.Baseline?.FigureIn(look).Estimate is { } baseline)
        {
            drawing.Line("base", ticks.At(baseline.Center / shown.Size), layout.PlotTop, ticks.At(baseline.Center / shown.Size), layout.PlotBottom);
        }
    }

    private void DrawState(SvgDrawing drawing, LogAxis ticks, double y, StateAnalysis state)
    {
        var css = ChartRow.ColourOf(state);
        double[] values = [.. Values(state)];
        if (values.Length == 0 || state.FigureIn(look).Estimate is not { } estimate)
        {
            drawing.Text("sub", valueRight, y + 4, ValueSize, FigureText.Absent, "end");
            return;
        }

        drawing.Line("span " + css, ticks.At(values.Min()), y, ticks.At(values.Max()), y);
        if (estimate is { Lower: { } lower, Upper: { } upper })
        {
            drawing.Line("interval " + css, ticks.At(lower / shown.Size), y, ticks.At(upper / shown.Size), y);
        }

        foreach (var value in values)
        {
            drawing.Dot(css, ticks.At(value), y, 3);
        }

        drawing.Line("center " + css, ticks.At(estimate.Center / shown.Size), y - 8, ticks.At(estimate.Center / shown.Size), y + 8);
        drawing.Text("value", valueRight, y + 4, ValueSize, FigureText.Significant(estimate.Center / shown.Size), "end");
    }

    /// <summary>A state's launches in the axis's unit; none for a state that failed, whose figures are left out.</summary>
    private IEnumerable<double> Values(StateAnalysis state) => state.HasFailed
        ? []
        : state.Launches.Where(launch => launch.Look == look).Select(launch => launch.Value / shown.Size);
}
