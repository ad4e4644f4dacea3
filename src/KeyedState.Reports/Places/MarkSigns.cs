using KeyedState.Results;

namespace KeyedState.Reports;

/// <summary>Gives each mark that a row of any place has a sign, which stands beside the figure that the mark is about.</summary>
internal sealed class MarkSigns
{
    private static readonly string[] Signs = ["†", "‡", "§", "¶", "‖", "◊", "※"];

    private readonly PlaceComparison comparison;
    private readonly Mark[] marks;

    /// <summary>Gives signs in the order of the marks.</summary>
    public MarkSigns(PlaceComparison comparison)
    {
        this.comparison = comparison;
        marks = [.. Enum.GetValues<Mark>().Where(mark => comparison.States.Any(state => !comparison.HasChanged(state.Name) && Look.All.Any(look => Has(state, mark, look))))];
    }

    /// <summary>What the signs mean, a sentence each.</summary>
    public IEnumerable<string> Legend => marks.Select((mark, index) => $"{Signs[index]} {Meaning(mark)}.");

    /// <summary>The signs beside a state's figure; empty where it has no mark.</summary>
    public string Of(StoredState state, Look look) =>
        string.Concat(marks.Index().Where(mark => Has(state, mark.Item, look)).Select(mark => " " + Signs[mark.Index]));

    private bool Has(StoredState state, Mark mark, Look look) =>
        comparison.Places.Select(place => place.Find(state.Name)).OfType<StateAnalysis>().Any(row => row.Marks.Contains(mark) && IsAbout(row, mark, look));

    private static bool IsAbout(StateAnalysis row, Mark mark, Look look) => mark switch
    {
        Mark.TooFewLaunches => row.FigureIn(look).Estimate is { Lower: null },
        Mark.Collections => look == Look.OneCore,
        Mark.NotSettled or Mark.Failed => true,
        _ => look == Look.AllCores,
    };

    private string Meaning(Mark mark) => (comparison.Places.Count == 1 ? "" : "on at least one machine ") + mark switch
    {
        Mark.Failed => "it failed",
        Mark.TooFewLaunches => $"there were fewer than {MarkDetector.FewestLaunches} launches, too few for an interval",
        Mark.Unsteady => $"the slowest launch took more than {FigureText.Fixed(MarkDetector.LargestSpread, 1)} times as long as the fastest",
        Mark.RolesApart => $"readers and writers ran together for less than {FigureText.Percent(MarkDetector.LeastSharedTime)} of the time",
        Mark.NotSettled => "some launches were still getting faster or slower",
        Mark.ShortIterations => "some iterations were too short",
        _ => "more or fewer garbage collections ran than expected",
    };
}
