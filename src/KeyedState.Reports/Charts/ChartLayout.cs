using KeyedState.Results;

namespace KeyedState.Reports;

/// <summary>Where the picture's parts are, in pixels.</summary>
internal sealed class ChartLayout
{
    public const double NamesRight = 262;
    public const double NamesWidth = NamesRight - SvgPage.Margin;
    public const double PanelWidth = 260;
    public const double SpeedupRight = SvgPage.Width - SvgPage.Margin;

    private static readonly double[] PanelLefts = [282, 642];
    private static readonly double[] ValueRights = [612, 962];

    private const double WarningHeight = 19;
    private const double GroupHeight = 47;
    private const double RowHeight = 29;

    private readonly List<(double Y, (string Answers, string Blocking) Title)> groups = [];
    private readonly List<(double Y, StateAnalysis State)> rows = [];

    public ChartLayout(RunAnalysis analysis, int warnings)
    {
        HeadTop = 76 + (warnings * WarningHeight);
        PlotTop = HeadTop + 28;
        var y = PlotTop + 6;
        foreach (var group in analysis.States.GroupBy(Words.Group))
        {
            groups.Add((y + 16, group.Key));
            y += GroupHeight;
            foreach (var state in group)
            {
                rows.Add((y + 10, state));
                y += RowHeight;
            }
        }

        PlotBottom = y + 4;
        Height = PlotBottom + 66;
    }

    /// <summary>The baseline of the panels' headings.</summary>
    public double HeadTop { get; }

    public double PlotTop { get; }

    public double PlotBottom { get; }

    public double Height { get; }

    /// <summary>The groups' headings, and the base line of the first of their two lines.</summary>
    public IReadOnlyList<(double Y, (string Answers, string Blocking) Title)> Groups => groups;

    /// <summary>The middle line of each state's row.</summary>
    public IReadOnlyList<(double Y, StateAnalysis State)> Rows => rows;

    /// <summary>The left edge of a look's panel.</summary>
    public static double PanelLeft(Look look) => PanelLefts[look.Order];

    /// <summary>Where a look's figures end, beside its panel.</summary>
    public static double ValueRight(Look look) => ValueRights[look.Order];

    /// <summary>The line of a warning.</summary>
    public static double WarningAt(int index) => 70 + (index * WarningHeight);
}
