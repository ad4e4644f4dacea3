using System.Globalization;
using KeyedState.Results;

namespace KeyedState.Reports;

/// <summary>What a history says, in plain phrases.</summary>
public static class HistoryText
{
    /// <summary>
    /// The one line that a nightly check says about a regression: state, look, size, confidence and commits.
    /// </summary>
    /// <param name="history">The history.</param>
    /// <param name="series">The state.</param>
    /// <param name="change">Where it became slower.</param>
    /// <param name="commitsApart">How many commits the second hash is after the first; null when unknown.</param>
    public static string Alarm(RunHistory history, StateSeries series, ChangePoint change, Func<string?, string?, int?> commitsApart) => PlainText.OneLine(
        $"{series.State.Name} became slower on {series.Look.Name}: {Size(change)} time per operation, confidence {Confidence(change)}, "
        + $"repeated by {change.Repeats} runs; {Commits(history, change, commitsApart)}.");

    /// <summary>The day of a run.</summary>
    internal static string Date(HistoryRun run) => run.Head.Started.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A ratio as percent more or less.</summary>
    internal static string Percent(double ratio) =>
        (ratio < 1 ? "−" : "+") + FigureText.Fixed(Math.Abs(100 * (ratio - 1)), 1) + " %";

    /// <summary>A change's size with its interval.</summary>
    internal static string Size(ChangePoint change) => change.Ratio is { Lower: { } lower, Upper: { } upper }
        ? $"{Percent(change.Ratio.Center)} ({Percent(lower)} to {Percent(upper)})"
        : Percent(change.Ratio.Center);

    /// <summary>A change's confidence in percent, rounded down so that nothing becomes certain.</summary>
    internal static string Confidence(ChangePoint change) =>
        FigureText.Fixed(Math.Floor((change.Confidence * 1e4) + 1e-6) / 100, 2) + " %";

    /// <summary>The commits either side of a change, and how many there are when known.</summary>
    internal static string Commits(RunHistory history, ChangePoint change, Func<string?, string?, int?> commitsApart)
    {
        var (before, after) = (history.Runs[change.LastBefore].Head.Source, history.Runs[change.FirstAfter].Head.Source);
        var distance = commitsApart(before.Commit, after.Commit) switch
        {
            null => "",
            0 => " (the same commit)",
            1 => " (1 commit)",
            { } count => string.Create(CultureInfo.InvariantCulture, $" ({count} commits)"),
        };
        return $"{Short(before)}..{Short(after)}{distance}";
    }

    /// <summary>A commit, short.</summary>
    internal static string Short(StoredSource source) => source.Commit is { } commit
        ? commit[..Math.Min(commit.Length, 10)] + (source.Dirty ? " with uncommitted changes" : "")
        : "not under version control";
}
