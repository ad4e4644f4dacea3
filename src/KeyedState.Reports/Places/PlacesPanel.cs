using KeyedState.Results;

namespace KeyedState.Reports;

/// <summary>One look's half of the picture of all places: an axis, and for each state its multiple of the baseline on every place.</summary>
internal sealed class PlacesPanel
{
    private const double TickSize = 10.5;
    private const double ValueSize = 12;

    private readonly PlaceComparison comparison;
    private readonly PlacesLayout layout;
    private readonly Look look;
    private readonly double left;
    private readonly double valueRight;
    private readonly LogAxis? axis;

    public PlacesPanel(PlaceComparison comparison, PlacesLayout layout, Look look)
    {
        (this.comparison, this.layout, this.look) = (comparison, layout, look);
        (left, valueRight) = (PlacesLayout.PanelLeft(look), PlacesLayout.ValueRight(look));
        double[] values =
        [
            .. from state in comparison.States
               where !comparison.HasChanged(state.Name)
               from place in comparison.Places
               let multiple = place.Multiple(state.Name, look).Estimate
               where multiple is not null
               from value in new[] { multiple.Center, multiple.Lower, multiple.Upper }.OfType<double>()
               select value,
        ];
        axis = values.Length == 0 ? null : LogAxis.Over(values, left, PlacesLayout.PanelWidth);
    }

    public void Draw(SvgDrawing drawing)
    {
        drawing.Text("head", left, layout.HeadTop, 12.5, look == Look.AllCores ? "Throughput on all cores" : "Speed on one core");
        drawing.Text("sub", left, layout.HeadTop + 15, TickSize, "× baseline, more is better");
        if (axis is null)
        {
            drawing.Text("sub", left, layout.PlotTop + 22, ValueSize, "No machine has a figure.");
            return;
        }

        foreach (var tick in axis.Ticks)
        {
            drawing.Line("grid", axis.At(tick), layout.PlotTop, axis.At(tick), layout.PlotBottom);
            drawing.Text("sub", axis.At(tick), layout.PlotBottom + 15, TickSize, LogAxis.Label(tick), "middle");
        }

        if (axis.Ticks[0] <= 1 && axis.Ticks[^1] >= 1)
        {
            drawing.Line("base", axis.At(1), layout.PlotTop, axis.At(1), layout.PlotBottom);
        }

        foreach (var (y, state) in layout.Rows)
        {
            DrawState(drawing, axis, y, state.Name);
        }
    }

    private void DrawState(SvgDrawing drawing, LogAxis ticks, double y, string state)
    {
        (int Place, Estimate Multiple)[] multiples =
        [
            .. comparison.Places.Index().Select(place => (place.Index, place.Item.Multiple(state, look).Estimate)).Where(pair => pair.Estimate is not null).Select(pair => (pair.Index, pair.Estimate!)),
        ];
        if (comparison.HasChanged(state) || multiples.Length == 0)
        {
            drawing.Text("sub", valueRight, y + 4, ValueSize, comparison.HasChanged(state) ? "changed since" : FigureText.Absent, "end");
            return;
        }

        double[] centers = [.. multiples.Select(pair => pair.Multiple.Center)];
        drawing.Line("span", ticks.At(centers.Min()), y, ticks.At(centers.Max()), y);
        foreach (var (place, multiple) in multiples)
        {
            var (css, dot) = (PlacesLayout.ColourOf(place), layout.DotAt(y, place));
            if (multiple is { Lower: { } lower, Upper: { } upper })
            {
                drawing.Line("interval " + css, ticks.At(lower), dot, ticks.At(upper), dot);
            }

            drawing.Dot(css, ticks.At(multiple.Center), dot, 3);
        }

        drawing.Text("value", valueRight, y + 4, ValueSize, FigureText.Range(centers), "end");
    }
}
