using KeyedState.Results;

namespace KeyedState.Reports;

/// <summary>The marks beside figures, and what each means.</summary>
internal static class MarkText
{
    /// <summary>What stands behind a figure of a look: its marks in small letters, after a blank; empty for most figures, and for those of no single look.</summary>
    public static string Beside(StateAnalysis state, Look? look) =>
        look is not null && string.Join(", ", Of(state, look)) is { Length: > 0 } marks ? $" <sup>{marks}</sup>" : "";

    /// <summary>A look's marks of a state as words; how many launches did not settle is part of theirs.</summary>
    public static IEnumerable<string> Of(StateAnalysis state, Look look) =>
        from found in state.FigureMarks
        where found.Look == look
        let launches = state.LaunchesIn(look)
        select found.Mark == Mark.NotSettled
            ? $"{Words.Of(found.Mark)} ({FigureText.Count(launches.Count(launch => !launch.Settled))} of {FigureText.Count(launches.Count)})"
            : Words.Of(found.Mark);

    /// <summary>The meaning of each mark that a run has, a line each.</summary>
    public static IEnumerable<string> Meanings(RunAnalysis analysis) =>
        from mark in Enum.GetValues<Mark>()
        where analysis.States.Any(state => state.Marks.Contains(mark))
        select $"*{Words.Of(mark)}*: {Meaning(mark)}{(mark == Mark.NotSettled ? "; the parentheses say in how many" : "")}.";

    /// <summary>What a mark means, as a sentence without its full stop.</summary>
    public static string Meaning(Mark mark) => mark switch
    {
        Mark.Failed => "the state failed its check or a launch, so it has no figures",
        Mark.TooFewLaunches => $"there are fewer than {FigureText.Count(MarkDetector.FewestLaunches)} launches, too few for an interval",
        Mark.Unsteady => $"the slowest launch took more than {FigureText.Fixed(MarkDetector.LargestSpread, 1)} times as long as the fastest",
        Mark.RolesApart => $"readers and writers ran together for less than {FigureText.Percent(MarkDetector.LeastSharedTime)} of the time, so the figure is partly that of one of them alone",
        Mark.NotSettled => $"in more than {FigureText.Percent(MarkDetector.LargestUnsettledShare)} of the launches the compiler was still at work, or the first and the second half of the iterations differed by {FigureText.Percent(TrendDetector.LeastShift)} or more (Mann–Whitney, p ≤ {FigureText.Fixed(TrendDetector.LargestPValue, 2)})",
        Mark.ShortIterations => $"more than {FigureText.Percent(MarkDetector.LargestShortShare)} of the iterations took less than two thirds of the planned time, so chance decided whether a GC or a change of the thread pool fell into one",
        _ => $"there were more GCs than expected, or fewer, and the difference is more than {FigureText.Percent(MarkDetector.LargestCollectionShare)} of the cost",
    };
}
