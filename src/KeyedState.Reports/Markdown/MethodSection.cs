using KeyedState.Results;

namespace KeyedState.Reports;

/// <summary>How a run was made and how its figures were computed.</summary>
internal static class MethodSection
{
    public static IEnumerable<string> Lines(RunAnalysis analysis) =>
    [
        $"One iteration starts {FigureText.Count(analysis.Run.Scenario.Roles.Sum(role => (long)role.Workers))} tasks together, and each does the same fixed number of operations, so that the mix of operations is the same for every design. Keys and values follow from a seed ({FigureText.Count(analysis.Run.Scenario.Seed)}); {Keys(analysis.Run.Scenario)}. Each launch is a process of its own; a round is every state once in one look, in random order (seed {FigureText.Count(analysis.Run.OrderSeed)}).",
        "",
        .. Results.Look.All.Select(look => Look(analysis, look)),
        .. TieringNote.Lines(analysis),
        .. Harness(analysis.Run.HarnessScaling, analysis.Run.Machine.LogicalCores),
        $"- The run was planned to take {FigureText.Fixed(analysis.Run.PlannedSeconds, 0)} s and allowed {FigureText.Fixed(analysis.Run.BudgetSeconds, 0)} s.",
        "",
        "What a figure is:",
        "",
        "- On one core a launch's figure is the lower quartile of its iterations, since nothing contends there and what else the machine does can only add. On all cores it is total time over total operations: outliers are what contention looks like, and none is removed.",
        .. Pace(analysis.Pace),
        "- A row's figure on one core, where launches scatter evenly, is their centre, the median of the averages of all pairs (Hodges and Lehmann), with the interval of Wilcoxon's signed ranks" + Confidences(analysis, Results.Look.OneCore),
        "- On all cores, where launches may have two modes, it is their median, with the interval of order statistics, whatever the distribution" + Confidences(analysis, Results.Look.AllCores),
        $"- × baseline is the median of the ratios of all pairs of a launch of the state and one of the baseline (Hodges and Lehmann), with Moses' exact interval of at least {FigureText.Percent(Estimate.LeastConfidence)} confidence. The pairs are not those of one round: on all cores the launches of a round have little in common, and one odd launch must not decide the interval.",
        $"- Net is the cost less that of {MarkdownText.Code(RunAnalysis.EmptyName)} in the same round. The two looks ran under different settings and are never divided by each other.",
        $"- Bytes and collections are totals of the collector's counters over all threads, launches and looks. The limit taken off is {MarkdownText.Code(RunAnalysis.EmptyName)} for states that answer at once and {MarkdownText.Code(RunAnalysis.FloorName)} for the others.",
        "- Two states are level when the interval of their ratio holds 1, or when there are too few launches for an interval. On one core the ratio is taken within rounds, on all cores over all pairs.",
        "",
        "What a mark means:",
        "",
        $"- *{Words.Of(Mark.Failed)}*: it failed its check or a launch, and its figures are left out.",
        $"- *{Words.Of(Mark.TooFewLaunches)}*: a look has fewer than {FigureText.Count(MarkDetector.FewestLaunches)} launches, and so no interval.",
        $"- *{Words.Of(Mark.Unsteady)}*: on all cores the slowest launch took more than {FigureText.Fixed(MarkDetector.LargestSpread, 1)} times as long as the fastest.",
        $"- *{Words.Of(Mark.RolesApart)}*: all roles ran in less than {FigureText.Percent(MarkDetector.LeastSharedTime)} of the time, so part of the figure is of some roles alone.",
        $"- *{Words.Of(Mark.NotSettled)}*: in more than {FigureText.Percent(MarkDetector.LargestUnsettledShare)} of one look's launches the compiler was still at work, or the two halves of the iterations differ by at least {FigureText.Percent(TrendDetector.LeastShift)} (Mann–Whitney, p ≤ {FigureText.Fixed(TrendDetector.LargestPValue, 2)}).",
        $"- *{Words.Of(Mark.ShortIterations)}*: in one look more than {FigureText.Percent(MarkDetector.LargestShortShare)} of the iterations took less than two thirds of the time that they were planned for, so that collections and the pool's adjustments fit in by chance.",
        $"- *{Words.Of(Mark.Collections)}*: the GC collections that its launches on one core had beyond the expected number, or short of it, take more than {FigureText.Percent(MarkDetector.LargestCollectionShare)} of its cost; a note under the table gives both rates.",
    ];

    private static string[] Pace(MachinePace pace) => pace.Rounds.Count == 0
        ? []
        :
        [
            $"- What the launches of all states in one round have in common is the machine's pace and no state: a median polish (Tukey) finds it, and on one core each launch is divided by its round's. 1 is the lower quartile of the rounds, which here went from {Pace(pace.Rounds.Values.Min())} to {Pace(pace.Rounds.Values.Max())}; a round with fewer than {FigureText.Count(MachinePace.FewestStates)} states has no pace, and its launches stay as they were measured. So an interval there is of a state beside the others of this run, at the pace that was found: all of them together can be some per cent higher or lower in the next run.",
        ];

    private static string Pace(double multiple) => FigureText.Fixed(multiple, 3);

    private static string Look(RunAnalysis analysis, Look look)
    {
        var what = $"**{MetricText.Of(look.Metric).Title}**, on {look.Name}";
        if (analysis.WhyNotTaken(look) is { } because)
        {
            return $"- {what}: not taken, because {MarkdownText.Escape(because)}.";
        }

        var taken = analysis.Run.Looks.First(stored => stored.Look == look);
        return $"- {what}: up to {FigureText.Count(taken.Launches)} launches of each state{More(analysis.Baseline, taken)}, {LookText.Placement(taken.Placement)}; {LookText.Protocol(taken.Protocol)}.";
    }

    // Every ratio has the baseline's launches in it, so a suite may make more of them.
    private static string More(StateAnalysis? baseline, StoredLook taken) =>
        baseline?.Measured.Count(launch => launch.Look == taken.Look) is { } count && count > taken.Launches
            ? $" and {FigureText.Count(count)} of the baseline"
            : "";

    private static string Keys(StoredScenario scenario) =>
        $"an iteration touches up to {FigureText.Count(scenario.DistinctKeys)} of {FigureText.Count(scenario.Keys)} keys{(scenario.KeysFilled ? ", which all have a value before the first" : "")}";

    private static IEnumerable<string> Harness(StoredHarness? harness, int cores) => harness?.Scaling() is { } scaling
        ?
        [
            $"- The harness alone, which is {MarkdownText.Code(RunAnalysis.EmptyName)} under the same runtime settings on both, makes {FigureText.Significant(Median.Of(harness.OneCore) / 1e6)} M operations/s on one core and {FigureText.Significant(Median.Of(harness.AllCores) / 1e6)} on all: {FigureText.Fixed(scaling / cores, 2)} times the number of cores times one core's rate.",
        ]
        : [];

    private static string Confidences(RunAnalysis analysis, Look look)
    {
        var counts = analysis.States
            .Select(state => state.FigureIn(look).Estimate?.Count ?? 0)
            .Distinct()
            .Order()
            .Where(count => look.Metric.ConfidenceOf(count) is not null)
            .Select(count => $"{FigureText.Fixed(100 * look.Metric.ConfidenceOf(count)!.Value, 2)} % over {FigureText.Count(count)} launches")
            .ToArray();
        return counts.Length == 0
            ? ". This run has too few launches for one."
            : $". It is the narrowest of at least {FigureText.Percent(Estimate.LeastConfidence)} confidence: {Words.List(counts)}; below {FigureText.Count(MarkDetector.FewestLaunches)} there is none.";
    }
}
