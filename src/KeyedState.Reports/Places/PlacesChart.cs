using KeyedState.Results;

namespace KeyedState.Reports;

/// <summary>The picture of all places: every state as a multiple of the baseline, on all cores and on one, a dot for each place.</summary>
public static class PlacesChart
{
    private const double GroupSize = 11.5;
    private const double EffectSize = 10;
    private const double NameSize = 12;
    private const double LegendSize = 11.5;

    private static readonly SvgPage Page = new(
        "Every state as a multiple of the baseline, on every machine",
        "--p0:#0969da;--p1:#bc4c00;--p2:#1a7f37;--p3:#8250df;--p4:#cf222e;--p5:#818b98",
        "--p0:#58a6ff;--p1:#f0883e;--p2:#3fb950;--p3:#bc8cff;--p4:#ff7b72;--p5:#7d8590",
        """
        .group{font-weight:600}.group,.effect{fill:var(--mute)}.base{stroke:var(--mute);stroke-dasharray:4 3;opacity:.8}.span{stroke:var(--mute);stroke-width:1;opacity:.4}
        .interval{stroke-width:5;opacity:.3}
        .p0{fill:var(--p0);stroke:var(--p0)}.p1{fill:var(--p1);stroke:var(--p1)}.p2{fill:var(--p2);stroke:var(--p2)}.p3{fill:var(--p3);stroke:var(--p3)}.p4{fill:var(--p4);stroke:var(--p4)}.p5{fill:var(--p5);stroke:var(--p5)}
        """);

    /// <summary>Renders the picture. The same comparison gives the same text.</summary>
    /// <param name="comparison">The places.</param>
    /// <returns>An SVG document of its own, readable on light and dark pages.</returns>
    public static string Render(PlaceComparison comparison)
    {
        ArgumentNullException.ThrowIfNull(comparison);

        // Places that were measured before the baseline changed have no multiple to show.
        comparison = comparison.Current;
        var layout = new PlacesLayout(comparison);
        var drawing = new SvgDrawing();
        SvgPage.Line(drawing, "title", 30, 17, $"{FactText.Question} {FactText.Scenario(comparison.Places[0].Analysis.Run)}");
        SvgPage.Line(drawing, "sub", 49, 10.5, "A dot is the figure of a machine, the broad line its interval for the next run." +
            (comparison.States.FirstOrDefault(state => state.Name == RunAnalysis.BaselineName) is { } baseline ? $" Dashed: the baseline, {baseline.Title}." : ""));
        DrawLegend(drawing, comparison);
        DrawNames(drawing, layout);
        foreach (var look in Look.All)
        {
            new PlacesPanel(comparison, layout, look).Draw(drawing);
        }

        return Page.Render(drawing, layout.Height);
    }

    private static void DrawLegend(SvgDrawing drawing, PlaceComparison comparison)
    {
        foreach (var (index, name) in PlaceText.Names(comparison).Index())
        {
            var (place, y) = (comparison.Places[index], PlacesLayout.LegendAt(index));
            var trip = place.Analysis.RoundTrip is null ? "" : $", a cache line there and back in {PlaceText.RoundTrip(place)}";
            var machine = name.Contains(PlaceText.Machine(place), StringComparison.Ordinal) ? "" : $"{PlaceText.Machine(place)}, ";
            drawing.Dot(PlacesLayout.ColourOf(index), SvgPage.Margin + 5, y - 4, 4);
            drawing.Text("name", SvgPage.Margin + 16, y, LegendSize, TextWidth.Fit(
                $"{machine}{name}{trip}; {FactText.Source(place.Analysis.Run)}", LegendSize, SvgPage.Width - (2 * SvgPage.Margin) - 16));
        }
    }

    private static void DrawNames(SvgDrawing drawing, PlacesLayout layout)
    {
        foreach (var (y, title) in layout.Groups)
        {
            drawing.Text("group", SvgPage.Margin, y, GroupSize, TextWidth.Fit(title.Answers, GroupSize, PlacesLayout.NamesWidth));
            drawing.Text("effect", SvgPage.Margin, y + 13, EffectSize, TextWidth.Fit(title.Blocking, EffectSize, PlacesLayout.NamesWidth));
        }

        foreach (var (y, state) in layout.Rows)
        {
            drawing.Text("name", PlacesLayout.NamesRight, y + 4, NameSize, TextWidth.Fit(state.Title, NameSize, PlacesLayout.NamesWidth), "end");
        }
    }
}
