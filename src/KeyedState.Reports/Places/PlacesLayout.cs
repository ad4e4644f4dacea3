using KeyedState.Results;

namespace KeyedState.Reports;

/// <summary>Where the parts of the picture of all places are, in pixels.</summary>
internal sealed class PlacesLayout
{
    public const double NamesRight = 262;
    public const double NamesWidth = NamesRight - SvgPage.Margin;
    public const double PanelWidth = 262;

    private const int Colours = 6;
    private const double LegendTop = 72;
    private const double LegendHeight = 19;
    private const double GroupHeight = 42;
    private const double LeastRowHeight = 24;
    private const double DotHeight = 8;

    private static readonly double[] PanelLefts = [664, 282];
    private static readonly double[] ValueRights = [1024, 642];

    private readonly List<(double Y, (string Answers, string Blocking) Title)> groups = [];
    private readonly List<(double Y, StoredState State)> rows = [];
    private readonly int places;

    public PlacesLayout(PlaceComparison comparison)
    {
        places = comparison.Places.Count;
        HeadTop = LegendAt(places) + 12;
        PlotTop = HeadTop + 28;
        var rowHeight = Math.Max(LeastRowHeight, 10 + (places * DotHeight));
        var y = PlotTop + 6;
        foreach (var group in comparison.States.GroupBy(Words.Group))
        {
            groups.Add((y + 20, group.Key));
            y += GroupHeight;
            foreach (var state in group)
            {
                rows.Add((y + (rowHeight / 2), state));
                y += rowHeight;
            }
        }

        PlotBottom = y + 4;
        Height = PlotBottom + 28;
    }

    /// <summary>The baseline of the panels' headings.</summary>
    public double HeadTop { get; }

    public double PlotTop { get; }

    public double PlotBottom { get; }

    public double Height { get; }

    /// <summary>The groups' headings, and the base line of the first of their two lines.</summary>
    public IReadOnlyList<(double Y, (string Answers, string Blocking) Title)> Groups => groups;

    /// <summary>The middle line of each state's row.</summary>
    public IReadOnlyList<(double Y, StoredState State)> Rows => rows;

    /// <summary>The style class of a place's colour; the seventh has the first one's again.</summary>
    public static string ColourOf(int place) => $"p{place % Colours}";

    /// <summary>The line of a place in the legend.</summary>
    public static double LegendAt(int place) => LegendTop + (place * LegendHeight);

    /// <summary>The left edge of a look's panel: all cores first, since that is what the places differ in.</summary>
    public static double PanelLeft(Look look) => PanelLefts[look.Order];

    /// <summary>Where a look's figures end, beside its panel.</summary>
    public static double ValueRight(Look look) => ValueRights[look.Order];

    /// <summary>Where a place's dot lies in the row of a state.</summary>
    public double DotAt(double row, int place) => row + ((place - ((places - 1) / 2.0)) * DotHeight);
}
