using KeyedState.Results;

namespace KeyedState.Reports;

/// <summary>How a run was made and how its figures were computed.</summary>
internal static class MethodSection
{
    public static IEnumerable<string> Lines(RunAnalysis analysis) =>
    [
        $"An iteration starts {FigureText.Count(analysis.Run.Scenario.Roles.Sum(role => (long)role.Workers))} tasks together. Each makes the same fixed number of operations, so that every design has the same mix of them. Every worker draws its keys and values in its loop, from a generator with the seed {FigureText.Count(analysis.Run.Scenario.Seed)}; {Keys(analysis.Run.Scenario)}. Each launch is a process of its own. A round is one launch of every state in one look, in random order (seed {FigureText.Count(analysis.Run.OrderSeed)}).",
        "",
        .. Results.Look.All.Select(look => Look(analysis, look)),
        .. TieringNote.Lines(analysis),
        .. Distance(analysis),
        .. Pace(analysis.Pace),
        .. Harness(analysis.Run.HarnessScaling, analysis.Run.Machine.LogicalCores),
        $"- The run was planned to take {FigureText.Fixed(analysis.Run.PlannedSeconds, 0)} s and allowed {FigureText.Fixed(analysis.Run.BudgetSeconds, 0)} s.",
        "",
        "What a figure is:",
        "",
        "- A launch's figure on one core is the lower quartile of its iterations: nothing contends there, and whatever else the machine does can only add time. On all cores it is total time over total operations. Slow iterations are what contention looks like, so none is removed.",
        "- A row's figure on one core is the centre of its launches: the median of the averages of all pairs (Hodges and Lehmann), with the interval of Wilcoxon's signed ranks. It assumes that launches scatter evenly" + Confidences(analysis, Results.Look.OneCore),
        "- On all cores, where launches can have two modes, it is the median of the launches, with the interval of order statistics, which assumes no distribution" + Confidences(analysis, Results.Look.AllCores),
        $"- Each interval is then widened by what figures move from run to run beside the others of their run: {FigureText.Percent(Results.Look.OneCore.Metric.BetweenRuns)} on one core and {FigureText.Percent(Results.Look.AllCores.Metric.BetweenRuns)} on all cores, for a ratio of two states √2 times as much; it and the launches' interval add like standard deviations. How far a whole run lies from another is in no interval.",
        $"- × baseline is the median of the ratios of all pairs of a launch of the state and one of the baseline (Hodges and Lehmann), with Moses' exact interval of at least {FigureText.Percent(Estimate.LeastConfidence)} confidence. Launches are not paired by round: on all cores those of one round have little in common, and one odd launch would decide the interval.",
        $"- *Net of the empty state* is the cost less that of {MarkdownText.Code(RunAnalysis.EmptyName)} in the same round. The two looks ran under different settings, so a figure of one is never divided by a figure of the other.",
        $"- Bytes and collections are totals of the collector's counters over all threads, launches and looks. *Beyond its limit* means less what {MarkdownText.Code(RunAnalysis.EmptyName)} allocates, for states that answer at once, or less what {MarkdownText.Code(RunAnalysis.FloorName)} allocates, for the others.",
        "- Two states are level when the interval of their ratio holds 1, or when there are too few launches for an interval. The ratio is taken within rounds on one core and over all pairs of launches on all cores.",
        "",
        "What a mark means:",
        "",
        $"- *{Words.Of(Mark.Failed)}*: the state failed its check or a launch, and its figures are left out.",
        $"- *{Words.Of(Mark.TooFewLaunches)}*: a look has fewer than {FigureText.Count(MarkDetector.FewestLaunches)} launches, too few for an interval.",
        $"- *{Words.Of(Mark.Unsteady)}*: on all cores the slowest launch took more than {FigureText.Fixed(MarkDetector.LargestSpread, 1)} times as long as the fastest.",
        $"- *{Words.Of(Mark.RolesApart)}*: all roles ran together in less than {FigureText.Percent(MarkDetector.LeastSharedTime)} of the time, so the figure is partly that of some roles alone.",
        $"- *{Words.Of(Mark.NotSettled)}*: in more than {FigureText.Percent(MarkDetector.LargestUnsettledShare)} of one look's launches the compiler was still at work, or the two halves of the iterations differ by at least {FigureText.Percent(TrendDetector.LeastShift)} (Mann–Whitney, p ≤ {FigureText.Fixed(TrendDetector.LargestPValue, 2)}).",
        $"- *{Words.Of(Mark.ShortIterations)}*: in one look more than {FigureText.Percent(MarkDetector.LargestShortShare)} of the iterations took less than two thirds of the planned time, so that it was chance whether a collection or an adjustment of the thread pool fell into one.",
        $"- *{Words.Of(Mark.Collections)}*: on one core there were more GC collections than expected, or fewer, and the difference is more than {FigureText.Percent(MarkDetector.LargestCollectionShare)} of the cost. A note under the table gives both numbers.",
    ];

    private static string[] Pace(QuietPace? pace) => pace is null
        ? []
        :
        [
            $"- Before and after each iteration on one core the launch timed fixed work that keeps the core busy. At the run's quiet pace a step of it took {FigureText.Significant(pace.Nanoseconds)} ns. Where it took more than {FigureText.Fixed(QuietPace.LargestSlowdown, 1)} times as long, before or after, something slowed the core down, and the iteration counts for no cost, whatever its time. A launch of which less than half ran at the quiet pace is left out.",
        ];

    private static string Look(RunAnalysis analysis, Look look)
    {
        var what = $"**{MetricText.Of(look.Metric).Title}**, on {look.Name}";
        if (analysis.WhyNotTaken(look) is { } because)
        {
            return $"- {what}: not taken, because {MarkdownText.Escape(because)}.";
        }

        var taken = analysis.Run.Looks.First(stored => stored.Look == look);
        return $"- {what}: up to {FigureText.Count(taken.Launches)} launches of each state, {LookText.Placement(taken.Placement)}; {LookText.Protocol(taken.Protocol)}.";
    }

    private static string[] Distance(RunAnalysis analysis) => analysis.Distance is null
        ? []
        :
        [
            $"- Before and after each iteration on all cores the launch timed a cache line's round trip between the first core and the farthest of the others. Below {FigureText.Significant(CoreDistance.FarFrom)} ns the cores are *near*, else *far*. A hypervisor changes that while a run goes on, and contended states do up to three times as much where cores are near, so figures are of iterations at one distance, whatever their time. A launch of which less than half ran at that distance is left out.{(analysis.Run.Quotable ? " Where a machine's cores are near at times, a launch waits up to some seconds for it." : "")}",
        ];

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
            ? ". This run has too few launches for an interval."
            : $". The interval is the narrowest of at least {FigureText.Percent(Estimate.LeastConfidence)} confidence: {Words.List(counts)}; below {FigureText.Count(MarkDetector.FewestLaunches)} there is none.";
    }
}
