using KeyedState.Results;

namespace KeyedState.Reports;

/// <summary>A run's answers as plain sentences.</summary>
internal static class AnswerText
{
    /// <summary>What the winner is and by how much, without the condition.</summary>
    public static string Of(Answer answer, StateAnalysis? baseline) =>
        $"{answer.Best.Declared.Title}, {Amount(answer)}{Ahead(answer)}{AgainstBaseline(answer, baseline)}.{Allocates(answer, baseline)}";

    private static string Amount(Answer answer) => answer.Look == Look.Throughput
        ? $"{FigureText.WithInterval(answer.Best.Throughput, 1e6)} M operations/s on all cores"
        : $"{FigureText.WithInterval(answer.Best.Cost)} ns an operation on one core";

    private static string Ahead(Answer answer)
    {
        if (answer.LevelWith.Count == 0)
        {
            return answer.Next is { } next ? $", ahead of {next.Declared.Title}" : ", the only one of its kind here";
        }

        return answer.Best.Marks.Contains(Mark.TooFewLaunches)
            ? ", on too few launches to tell it from the others"
            : $", level with {Words.List([.. answer.LevelWith.Select(state => state.Declared.Title)])}";
    }

    private static string AgainstBaseline(Answer answer, StateAnalysis? baseline) =>
        answer is { Look: Look.Throughput, Best: { IsBaseline: false, Speedup.Estimate: not null } } && baseline is not null
            ? $"; {FigureText.WithInterval(answer.Best.Speedup)} times {baseline.Declared.Title}, which is what most people would write"
            : "";

    private static string Allocates(Answer answer, StateAnalysis? baseline)
    {
        if (answer.Best.AllocatedBeyond.Estimate is not { } own)
        {
            return "";
        }

        var amount = FigureText.Fixed(own.Center, 2) is var bytes && bytes is "0.00" ? "nothing" : bytes + " B an operation";
        var other = !answer.Best.IsBaseline && baseline?.AllocatedBeyond.Estimate is { } theirs
            ? $", {baseline.Declared.Title} {FigureText.Fixed(theirs.Center, 2)} B an operation"
            : "";
        return $" It allocates {amount} beyond its limit{other}.";
    }
}
