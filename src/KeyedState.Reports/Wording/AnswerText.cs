using KeyedState.Results;

namespace KeyedState.Reports;

/// <summary>A run's answers as plain sentences.</summary>
internal static class AnswerText
{
    /// <summary>What the winner is, by how much, and what to beware of, without the condition.</summary>
    public static string Of(Answer answer, StateAnalysis? baseline) => string.Join(' ',
        new[] { $"{answer.Best.Declared.Title}, {Amount(answer)}{Ahead(answer)}.", Multiple(answer, baseline), LikeWithLike(answer), Allocates(answer, baseline) }
            .Where(sentence => sentence.Length > 0));

    private static string Amount(Answer answer) => $"{Amount(answer.Best, answer.Look)} on {answer.Look.Name}{MarkedAs(answer)}";

    private static string MarkedAs(Answer answer) =>
        string.Join(", ", MarkText.Of(answer.Best, answer.Look)) is { Length: > 0 } marks ? $" (marked: {marks})" : "";

    private static string Amount(StateAnalysis state, Look look) => MetricText.Of(look.Metric).WithUnit(state.FigureIn(look));

    private static string Ahead(Answer answer)
    {
        if (answer.LevelWith.Count == 0)
        {
            return answer.Next is { } next ? $"; the next is {next.Declared.Title}" : "; no other measured state makes this promise";
        }

        return answer.Best.Marks.Contains(Mark.TooFewLaunches)
            ? "; with so few launches it can't be told from the others"
            : $"; level with {Words.List([.. answer.LevelWith.Select(state => LevelWith(answer, state))])}";
    }

    private static string LevelWith(Answer answer, StateAnalysis state) => answer.Best.SpeedupOver(state, answer.Look) is { Lower: not null } ratio
        ? $"{state.Declared.Title} (it is {FigureText.WithInterval(Figure.Of(ratio, ""))} times as fast)"
        : state.Declared.Title;

    private static string Multiple(Answer answer, StateAnalysis? baseline)
    {
        if (answer.Best.IsBaseline)
        {
            return "It is the baseline itself.";
        }

        return answer.Look == Look.AllCores && answer.Best.Speedup.Estimate is not null && baseline is not null
            ? $"That is {FigureText.WithInterval(answer.Best.Speedup)} times the baseline ({baseline.Declared.Title})."
            : "";
    }

    // Else a reader takes what the data structure gains for what the design gains.
    private static string LikeWithLike(Answer answer)
    {
        if (answer.Best.Declared.OwnTable is not { } table)
        {
            return "";
        }

        var others = answer.SameTable.Select(state => $"{state.Declared.Title}{(state.IsLimit ? " (limit)" : "")} {Amount(state, answer.Look)}").ToArray();
        return $"It uses a data structure of this suite ({table}) in place of a Dictionary. " + (others.Length == 0
            ? "No other measured state uses it."
            : $"Others on the same one: {string.Join("; ", others)}.");
    }

    private static string Allocates(Answer answer, StateAnalysis? baseline)
    {
        if (answer.Best.AllocatedBeyond.Estimate is not { } own)
        {
            return "";
        }

        // Only states of one limit are compared: what the baseline is held against is not the empty state.
        var comparable = !answer.Best.IsBaseline && answer.Promise.Limit == RunAnalysis.FloorName;
        return comparable && baseline?.AllocatedBeyond.Estimate is { } theirs
            ? $"It allocates {Bytes(own)}; the baseline allocates {Bytes(theirs)}."
            : $"It allocates {Bytes(own)}.";
    }

    // A limit has been there as long, and may by chance have allocated a little more.
    private static string Bytes(Estimate estimate) =>
        FigureText.Bytes(Math.Max(estimate.Center, 0)) is var bytes && bytes is "0" ? "nothing" : bytes + " B per operation";
}
