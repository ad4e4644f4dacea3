using KeyedState.Results;

namespace KeyedState.Reports;

/// <summary>Every launch's figure, so that nothing has to be taken on trust.</summary>
internal static class LaunchSection
{
    public static IEnumerable<string> Lines(RunAnalysis analysis) => [.. Table(analysis, Look.OneCore), "", .. Table(analysis, Look.AllCores)];

    private static IEnumerable<string> Table(RunAnalysis analysis, Look look)
    {
        var heading = $"Nanoseconds per operation on {look.Name}";
        return analysis.WhyNotTaken(look) is { } because
            ? [$"{heading}: not measured, because {MarkdownText.Escape(because)}."]
            :
            [
                $"{heading}, one figure per launch, in the order of the rounds (†: the launch had not settled; {FigureText.Absent}: no launch in that round{Otherwise(analysis, look)}):",
                "",
                MarkdownText.Row("state", "launches", "fastest–slowest"),
                MarkdownText.Row(":--", ":--", "--:"),
                .. analysis.States.Select(state => Row(state, look, RoundsOf(analysis, look))),
            ];
    }

    private static string Otherwise(RunAnalysis analysis, Look look) =>
        look == Look.AllCores && analysis.AtOtherDistance() is not null ? $", or less than half of its iterations while the cores were {analysis.Distance}"
        : look == Look.OneCore && analysis.Slowdowns.Count > 0 ? ", or something else slowed the core down in more than half of its iterations"
        : "";

    private static int[] RoundsOf(RunAnalysis analysis, Look look) =>
        [.. analysis.States.SelectMany(state => state.Launches).Where(launch => launch.Look == look).Select(launch => launch.Round).Distinct().Order()];

    private static string InRounds(int[] rounds, Func<int, string?> text) => string.Join(" · ", rounds.Select(round => text(round) ?? FigureText.Absent));

    private static string Row(StateAnalysis state, Look look, int[] rounds)
    {
        var launches = state.Launches.Where(launch => launch.Look == look).ToDictionary(launch => launch.Round);
        return launches.Count == 0
            ? MarkdownText.Row(MarkdownText.Code(state.Declared.Name), $"{FigureText.Absent} (none ended)", FigureText.Absent)
            : MarkdownText.Row(
                MarkdownText.Code(state.Declared.Name),
                InRounds(rounds, round => launches.TryGetValue(round, out var launch) ? Time(launch) : null),
                $"{FigureText.Significant(launches.Values.Min(launch => launch.NanosecondsPerOperation))}–{FigureText.Significant(launches.Values.Max(launch => launch.NanosecondsPerOperation))}");
    }

    private static string Time(LaunchFigure launch) =>
        FigureText.Significant(launch.NanosecondsPerOperation) + (launch.Settled ? "" : "†");
}
