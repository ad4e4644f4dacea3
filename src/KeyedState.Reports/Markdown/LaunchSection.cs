using KeyedState.Results;

namespace KeyedState.Reports;

/// <summary>Every launch's figure, so that nothing has to be taken on trust.</summary>
internal static class LaunchSection
{
    public static IEnumerable<string> Lines(RunAnalysis analysis) =>
    [
        .. Look.All.SelectMany(look => Table(analysis, look)),
        "When the last worker of each role ended, as a share of the iteration, and what the thread pool did:",
        "",
        MarkdownText.Row(["state", .. analysis.Run.Scenario.Roles.Select(role => $"last of the {MarkdownText.Escape(role.Name)}"), "all roles ran", "work items/operation", "B/operation, all of it", "most pool threads"]),
        MarkdownText.Row([":--", .. analysis.Run.Scenario.Roles.Select(_ => "--:"), "--:", "--:", "--:", "--:"]),
        .. analysis.States.Select(Roles),
    ];

    private static IEnumerable<string> Table(RunAnalysis analysis, Look look)
    {
        var heading = $"Nanoseconds per operation on {look.Name}";
        return analysis.WhyNotTaken(look) is { } because
            ? [$"{heading}: not taken, because {MarkdownText.Escape(because)}.", ""]
            :
            [
                $"{heading}, one figure a launch, in the order of the rounds (†: the launch had not settled; {FigureText.Absent}: no launch in that round{Otherwise(analysis, look)}):",
                "",
                MarkdownText.Row("state", "launches", "fastest–slowest"),
                MarkdownText.Row(":--", ":--", "--:"),
                .. analysis.States.Select(state => Row(state, look, RoundsOf(analysis, look))),
                "",
            ];
    }

    private static string Otherwise(RunAnalysis analysis, Look look) =>
        look == Look.AllCores && analysis.AtOtherDistance() is not null ? $", or most of its iterations not while the cores were {analysis.Distance}"
        : look == Look.OneCore && analysis.Slowdowns.Count > 0 ? ", or its core was slowed down in most of its iterations"
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

    private static string Roles(StateAnalysis state) => MarkdownText.Row(
    [
        MarkdownText.Code(state.Declared.Name),
        .. state.RoleEnds.Select(Share),
        Share(state.SharedTime),
        FigureText.Center(state.WorkItems),
        state.Allocated.Estimate is { } bytes ? FigureText.Fixed(bytes.Center, 2) : FigureText.Absent,
        state.PeakPoolThreads is { } threads ? FigureText.Fixed(threads, 0) : FigureText.Absent,
    ]);

    private static string Share(Figure figure) =>
        figure.Estimate is { } share ? FigureText.Percent(share.Center) : FigureText.Absent;
}
