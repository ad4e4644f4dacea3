using KeyedState.Results;

namespace KeyedState.Reports;

/// <summary>What stands at both ends of a state's row.</summary>
internal static class ChartRow
{
    private const double NameSize = 12;
    private const double AsideSize = 10;

    /// <summary>The style class that gives a promise its colour.</summary>
    public static string ColourOf(StateAnalysis state) => state.IsLimit ? "limit" : state.Declared.Replies switch
    {
        "AtOnce" => "now",
        "AtOnceWhenFree" => "soon",
        "Asynchronous" => "later",
        _ => "inline",
    };

    /// <summary>Draws the name, what to know about it, and its multiple of the baseline.</summary>
    public static void Draw(SvgDrawing drawing, double y, StateAnalysis state)
    {
        var aside = Aside(state);
        drawing.Text("name", ChartLayout.NamesRight, y - 1, NameSize, TextWidth.Fit(state.Declared.Title, NameSize, ChartLayout.NamesWidth), "end");
        drawing.Text(state.HasFailed ? "warn" : "sub", ChartLayout.NamesRight, y + 10.5, AsideSize, TextWidth.Fit(aside, AsideSize, ChartLayout.NamesWidth), "end");
        if (state.Speedup.Estimate is { } speedup)
        {
            drawing.Text("value", ChartLayout.SpeedupRight, y + 4, NameSize, FigureText.Significant(speedup.Center) + "×", "end");
        }
    }

    private static string Aside(StateAnalysis state) => string.Join(" · ",
        state.Marks.Select(Words.Of).Append(state.IsBaseline ? "the baseline" : Words.Spaced(state.Declared.Family)));
}
