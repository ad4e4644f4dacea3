using KeyedState.Results;

namespace KeyedState.Reports;

/// <summary>What the figures say, in sentences: which design does each operation best, and where the order turns.</summary>
internal static class CompoundAnswers
{
    private const int MostTurns = 4;

    private static readonly (string Scenario, string Question)[] Questions =
    [
        ("all add", "Counters that everybody adds to"),
        ("one counter", "One counter that everybody adds to"),
        ("ledger", "Several keys read at one instant, and some transfers between them"),
        ("spread ledger", "The same over many keys"),
        ("spread update, 1 ms", "Code that waits between a key's read and its write, over many keys"),
        ("update, 1 ms", "The same over five keys"),
    ];

    /// <summary>The lines.</summary>
    public static IEnumerable<string> Lines(CompoundAnalysis analysis)
    {
        string[] sentences = [.. Questions.Select(question => Answer(analysis, question.Scenario, question.Question)).OfType<string>(), .. Turns(analysis)];
        if (sentences.Length > 0)
        {
            sentences = [.. sentences, "The names in italics are scenarios of the tables below. How many times as fast one design is as another is the median over the rounds in which both ran, and need not be the quotient of their own medians."];
        }

        return sentences.SelectMany(sentence => new[] { $"> {sentence}", ">" }).SkipLast(1).Append("");
    }

    private static string? Answer(CompoundAnalysis analysis, string scenario, string question)
    {
        var ranked = Ranked(analysis, scenario);
        if (ranked.Length == 0)
        {
            return null;
        }

        var (best, rate) = ranked[0];
        var next = ranked.Skip(1).FirstOrDefault(other => IsClear(Over(other.State))).State;
        string[] level = [.. ranked.Skip(1).TakeWhile(other => other.State != next).Where(other => Over(other.State) is { Lower: not null }).Select(other => Title(other.State))];
        return $"**{question}** (*{scenario}*): {Title(best)}, {Amount(rate.Center)} on all cores"
            + (level.Length > 0 ? $", level with {Words.List(level)}" : "")
            + (next is null ? "." : $"; {FigureText.Significant(Over(next)!.Center)} times as fast as {Title(next)}, the next.")
            + Last(analysis, ranked, scenario);

        Estimate? Over(StoredSeriesState other) => analysis.Speedup(best.State.Name, other.State.Name, Look.AllCores, scenario);
    }

    private static string Last(CompoundAnalysis analysis, (StoredSeriesState State, Estimate Rate)[] ranked, string scenario)
    {
        var last = ranked[^1].State;
        return ranked.Length > 2 && analysis.Speedup(ranked[0].State.State.Name, last.State.Name, Look.AllCores, scenario) is { Center: var behind }
            ? $" The slowest, {Title(last)}, does 1/{FigureText.Rounded(behind)} of it."
            : "";
    }

    // Two designs of which the one is clearly faster at plain writes, and the other at an operation of several steps.
    private static IEnumerable<string> Turns(CompoundAnalysis analysis)
    {
        var writes = Ranked(analysis, CompoundAnalysis.PlainWrites);
        var turns =
            from scenario in Questions.Select(question => question.Scenario)
            from one in writes
            from other in writes
            let before = analysis.Speedup(one.State.State.Name, other.State.State.Name, Look.AllCores, CompoundAnalysis.PlainWrites)
            let after = analysis.Speedup(other.State.State.Name, one.State.State.Name, Look.AllCores, scenario)
            where one.State != other.State && before is { Lower: > 1 } && after is { Lower: > 1 }
            orderby Math.Log(before.Center) * Math.Log(after.Center) descending
            select (scenario, One: one.State, Other: other.State, Before: before.Center, After: after.Center);
        return turns.DistinctBy(turn => turn.scenario).Take(MostTurns).Select(turn =>
            $"**The order turns** between *{CompoundAnalysis.PlainWrites}* and *{turn.scenario}*: {Title(turn.One)} is {FigureText.Significant(turn.Before)} times as fast as {Title(turn.Other)} in the first, and {Title(turn.Other)} {FigureText.Significant(turn.After)} times as fast in the second.");
    }

    private static (StoredSeriesState State, Estimate Rate)[] Ranked(CompoundAnalysis analysis, string scenario) =>
    [
        .. analysis.Run.States.Where(state => !state.State.IsLimit)
            .Select(state => (State: state, Rate: analysis.Rate(state.State.Name, Look.AllCores, scenario)))
            .Where(one => one.Rate is not null).Select(one => (one.State, one.Rate!)).OrderByDescending(one => one.Item2.Center),
    ];

    private static bool IsClear(Estimate? speedup) => speedup is { Lower: > 1 };

    private static string Title(StoredSeriesState state) => MarkdownText.Escape(state.State.Title);

    private static string Amount(double millions) => millions >= 1 ? $"{FigureText.Significant(millions)} M operations/s" : $"{FigureText.Significant(millions * 1e3)} thousand operations/s";
}
