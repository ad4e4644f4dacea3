using KeyedState.Results;

namespace KeyedState.Reports;

/// <summary>The tables of paced tasks, and of the same tasks in Go.</summary>
internal static class PacedTables
{
    // The roles of the scenario, in its order.
    private static readonly Func<StoredGoLaunch, long>[] GoRoles = [launch => launch.ReadOps, launch => launch.WriteOps];

    /// <summary>The lines.</summary>
    /// <param name="analysis">The run.</param>
    public static IEnumerable<string> Lines(LatencyAnalysis analysis)
    {
        var paced = new PacedAnalysis(analysis);
        return paced.States.Count == 0 && paced.GoDesigns(paced: true).Count == 0 ? ["Not measured.", "", .. Go(analysis, paced)] :
        [
            $"In the *original's way* each task pauses for a millisecond after every operation, as in Go by Example's program, which the suite began with. That would be {LatencyText.Arrivals(paced.IntendedRate)} if operations took no time and every pause lasted exactly a millisecond. At the *fixed rate* each task has an operation due every millisecond, whether or not it is done with the one before, and the tasks are spread evenly over it; what counts is what is completed while the time runs. *CPU* is what the whole process uses of the cores, in milliseconds a second, and the empty state's row shows how much of that is the pacing.",
            "",
            .. PacedAnswers.Lines(analysis, paced),
            .. Paced(analysis, paced),
            .. Go(analysis, paced),
        ];
    }

    private static IEnumerable<string> Paced(LatencyAnalysis analysis, PacedAnalysis paced) =>
    [
        MarkdownText.Row(["design", "original's way", paced.HasOriginal ? "of Go's original" : "of the intended", "CPU", "fixed rate", "CPU"]),
        MarkdownText.Row([":--", .. Enumerable.Repeat("--:", 5)]),
        .. paced.GoDesigns(paced: true).Select(design => MarkdownText.Row(
        [
            NameOf(design),
            LatencyText.Rate(paced.Go(design, paced: true)),
            !paced.HasOriginal ? Share(paced.GoShareOfIntended(design)) : design == GoDesign.Channels ? PacedAnswers.Percent(1) : Share(paced.ShareOfGo(design, paced: true)),
            Cpu(paced.GoCpu(design, paced: true)),
            FigureText.Absent,
            FigureText.Absent,
        ])),
        .. paced.States.Select(state => MarkdownText.Row(
        [
            LatencyText.NameOf(state),
            LatencyText.Rate(paced.Original(state.Name)),
            Share(paced.HasOriginal ? paced.ShareOfGo(state.Name) : paced.ShareOfIntended(state.Name)),
            Cpu(paced.OriginalCpu(state.Name)),
            Share(paced.ShareOfFixedRate(state.Name)),
            Cpu(paced.FixedRateCpu(state.Name)),
        ])),
        "",
    ];

    private static IEnumerable<string> Go(LatencyAnalysis analysis, PacedAnalysis paced)
    {
        var designs = paced.GoDesigns(paced: false);
        return
        [
            "### The same in Go, without pauses",
            "",
            .. analysis.Run.Go is { AbsentBecause: { } reason } go ? [$"Go was {(go.Launches.Count > 0 ? "measured no further" : "not measured")}: {MarkdownText.Escape(reason)}", ""]
                : analysis.Run.Go is null ? ["Go was not measured.", ""]
                : Array.Empty<string>(),
            .. designs.Count == 0 ? Array.Empty<string>() :
            [
                $"In Go as in .NET, all tasks call again as soon as they are answered; for the designs in .NET, that is the closed loop above{(analysis.Run.Go?.Version is { } version ? $". Go is {MarkdownText.Code(version)}" : "")}. Go's channels are the original: a goroutine owns the map, and every request brings the channel on which it is answered. The numbers of readers and writers are the same everywhere, but how the operations divide between the two roles differs, so reads and writes are compared with Go's channels separately.",
                "",
                .. paced.WritersGetLittleInGo().Select(little => $"**In Go, writers get little done** with {MarkdownText.Escape(little.Design)}: in {FigureText.Count(little.InSoMany)} of {FigureText.Count(little.Launches)} launches less than {FigureText.Percent(Starvation.LeastShare)} of an even share, and in one {(little.FewestWrites == 0 ? "no write at all" : $"one write for {FigureText.Rounded((double)little.Reads / little.FewestWrites)} reads")}. Whether they wait or their writes only take longer was not measured there.\n"),
                MarkdownText.Row(["design", "reads", "times Go's channels", "writes", "times Go's channels"]),
                MarkdownText.Row([":--", .. Enumerable.Repeat("--:", 4)]),
                .. designs.Select(design => MarkdownText.Row([NameOf(design), .. GoRoles.SelectMany(role => new[]
                {
                    LatencyText.Rate(paced.Go(design, role)),
                    design == GoDesign.Channels ? "1" : FigureText.WithInterval(Figure.Of(paced.TimesGo(design, role), "")),
                })])),
                .. analysis.States.Select(state => MarkdownText.Row([LatencyText.NameOf(state), .. GoRoles.SelectMany((role, index) => new[]
                {
                    LatencyText.Rate(analysis.Throughput(state.Name, index)),
                    FigureText.WithInterval(Figure.Of(paced.TimesGo(state.Name, index, role), "")),
                })])),
                "",
            ],
        ];
    }

    private static string NameOf(string design) => $"Go: {MarkdownText.Escape(design)}{(design == GoDesign.Channels ? " (the original)" : "")}";

    private static string Cpu(Estimate? cores) => cores is null ? FigureText.Absent : $"{FigureText.WithInterval(Figure.Of(cores, ""), 1e-3)} ms/s";

    private static string Share(Estimate? share) => share switch
    {
        null => FigureText.Absent,
        { Lower: { } lower, Upper: { } upper } => $"{PacedAnswers.Percent(share.Center)} ({PacedAnswers.Percent(lower)}–{PacedAnswers.Percent(upper)})",
        _ => PacedAnswers.Percent(share.Center),
    };
}
