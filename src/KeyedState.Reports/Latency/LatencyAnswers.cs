using KeyedState.Results;

namespace KeyedState.Reports;

/// <summary>What the figures say, in sentences: who waits longest, who starves, and what throughput hides.</summary>
internal static class LatencyAnswers
{
    private const double Tail = 0.999;

    /// <summary>The lines.</summary>
    /// <param name="analysis">The run.</param>
    public static IEnumerable<string> Lines(LatencyAnalysis analysis)
    {
        string[] sentences = [.. Waits(analysis), .. Starving(analysis), .. HiddenByThroughput.Sentences(analysis)];
        return sentences.SelectMany(sentence => new[] { $"> {sentence}", ">" }).SkipLast(1).Append("");
    }

    /// <summary>The highest rate that most designs bear; null where there is none.</summary>
    /// <param name="analysis">The run.</param>
    public static double? Telling(LatencyAnalysis analysis) => analysis.Run.Protocol.Rates.Reverse()
        .Where(rate => analysis.States.Count(state => analysis.ResponseTimes(state.Name, LatencyLoad.OfRate(rate)) is not null) * 2 > analysis.States.Count)
        .Select(rate => (double?)rate).FirstOrDefault();

    private static IEnumerable<string> Waits(LatencyAnalysis analysis)
    {
        if (Telling(analysis) is not { } rate)
        {
            return [];
        }

        var load = LatencyLoad.OfRate(rate);
        (StoredState State, Estimate Time)[] ranked =
        [
            .. from state in Designs(analysis)
               let time = analysis.ResponseTimes(state.Name, load)?.Percentile(Tail)
               where time is not null
               orderby time.Center
               select (state, time),
        ];
        string[] full = [.. Designs(analysis).Where(state => analysis.Tries(state.Name, load).Overloaded > 0).Select(LatencyText.NameOf)];
        return ranked.Length < 2 ? [] : [Ends(analysis, load, rate, ranked) + (full.Length > 0 ? $" {Words.List(full)} could not always bear that load." : "")];
    }

    private static string Ends(LatencyAnalysis analysis, LatencyLoad load, double rate, (StoredState State, Estimate Time)[] ranked)
    {
        double?[] times = [.. ranked.Select(one => analysis.TimesFloor(one.State.Name, load, Tail, one.Time.Center))];
        var near = times.Count(time => time < LatencyAnalysis.FloorsOfAFigure);
        var least = $"less than {FigureText.Fixed(LatencyAnalysis.FloorsOfAFigure, 0)} times the empty state's";
        return near == times.Length
            ? $"**At {LatencyText.Arrivals(rate)}**, the response time that one operation in a thousand exceeds is {LatencyText.Time(ranked[0].Time)} with {LatencyText.NameOf(ranked[0].State)}, the shortest, and {LatencyText.Time(ranked[^1].Time)} with {LatencyText.NameOf(ranked[^1].State)}, the longest. All of these times are {least}, so this load can't show what a design adds to the time that waking threads takes."
            : $"**At {LatencyText.Arrivals(rate)}**, the response time that one operation in a thousand exceeds is {LatencyText.Time(ranked[^1].Time)} with {LatencyText.NameOf(ranked[^1].State)}, the longest, and {LatencyText.Time(ranked[0].Time)} with {LatencyText.NameOf(ranked[0].State)}, the shortest."
                + (times.Contains(null) ? " With the empty state there is no such figure, so how much of this is the waking of threads is not known."
                    : near > 0 ? $" With {FigureText.Count(near)} of the {FigureText.Count(times.Length)} designs it is {least}, and that is the waking of threads."
                    : "");
    }

    private static IEnumerable<string> Starving(LatencyAnalysis analysis)
    {
        if (!Designs(analysis).Any())
        {
            return [];
        }

        string[] starving =
        [
            .. from state in Designs(analysis)
               from role in analysis.Run.Scenario.Roles.Select((role, index) => (role, index))
               let text = LatencyText.Starving(role.role, analysis.Starves(state.Name, role.index))
               where text is not null
               select $"{text} of {LatencyText.NameOf(state)}",
        ];
        var least = $"less than {FigureText.Percent(Starvation.LeastShare)} of an even share";
        return starving.Length == 0
            ? [$"**Nobody starves:** with all tasks calling all the time, in no launch does a role or a task get {least} because it has to wait."]
            : [$"**Who starves:** {Words.List(starving)}. With all tasks calling all the time, they as a role, or one of them, get {least}."];
    }

    private static IEnumerable<StoredState> Designs(LatencyAnalysis analysis) => analysis.States.Where(state => !state.IsLimit);
}
