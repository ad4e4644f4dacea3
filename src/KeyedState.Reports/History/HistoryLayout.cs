using KeyedState.Results;

namespace KeyedState.Reports;

/// <summary>Where a history's panels are, in pixels: a section a look, a panel a state, three beside each other.</summary>
internal sealed class HistoryLayout
{
    public const double PanelHeight = 84;

    /// <summary>From a panel's left edge to its plot, for the labels of the axis.</summary>
    public const double AxisWidth = 46;
    public const double PlotWidth = ((SvgPage.Width - (2 * SvgPage.Margin) - (2 * Gap)) / Columns) - AxisWidth;

    private const int Columns = 3;
    private const double Gap = 20;
    private const double HeadHeight = 74;
    private const double SectionHeight = 34;
    private const double TitleHeight = 30;
    private const double RowHeight = TitleHeight + PanelHeight + 24;

    public HistoryLayout(RunHistory history)
    {
        List<(double Y, Look Look)> sections = [];
        List<(double Left, double Top, StateSeries Series)> panels = [];
        var y = HeadHeight;
        foreach (var section in history.Series.GroupBy(series => series.Look))
        {
            sections.Add((y + 20, section.Key));
            y += SectionHeight;
            foreach (var row in section.Chunk(Columns))
            {
                panels.AddRange(row.Select((series, column) => (SvgPage.Margin + (column * (AxisWidth + PlotWidth + Gap)) + AxisWidth, y + TitleHeight, series)));
                y += RowHeight;
            }
        }

        (Sections, Panels, Height) = (sections, panels, y + 44);
    }

    /// <summary>The baseline of each look's heading.</summary>
    public IReadOnlyList<(double Y, Look Look)> Sections { get; }

    /// <summary>The upper left corner of each state's plot.</summary>
    public IReadOnlyList<(double Left, double Top, StateSeries Series)> Panels { get; }

    public double Height { get; }
}
