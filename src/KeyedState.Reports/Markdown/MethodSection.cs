using KeyedState.Results;

namespace KeyedState.Reports;

/// <summary>How a run was made and how its figures were computed.</summary>
internal static class MethodSection
{
    public static IEnumerable<string> Lines(RunAnalysis analysis) =>
    [
        $"An iteration starts {FigureText.Count(analysis.Run.Scenario.Roles.Sum(role => (long)role.Workers))} tasks, the workers, together. Each makes the same fixed number of operations, so that every state gets the same mix of them. A worker draws its keys and values inside its loop, from a generator with the seed {FigureText.Count(analysis.Run.Scenario.Seed)}; {Keys(analysis.Run.Scenario)}. A launch is one process that measures one state. A round is one launch of every state, in random order (seed {FigureText.Count(analysis.Run.OrderSeed)}); rounds on one core and on all cores are separate.",
        "",
        .. Results.Look.All.Select(look => Look(analysis, look)),
        .. TieringNote.Lines(analysis),
        .. Distance(analysis),
        .. Pace(analysis.Pace),
        .. Harness(analysis.Run.HarnessScaling, analysis.Run.Machine.LogicalCores),
        $"- The run was planned to take {FigureText.Fixed(analysis.Run.PlannedSeconds, 0)} s; {FigureText.Fixed(analysis.Run.BudgetSeconds, 0)} s were allowed.",
        "",
        "How the figures are computed:",
        "",
        "- *A launch's figure* is the lower quartile of its iterations on one core: nothing contends there, and whatever else the machine does can only add time. On all cores it is total time divided by total operations; slow iterations are what contention looks like, so none is removed.",
        "- *A state's figure on one core* is the centre of its launches: the median of the averages of all pairs of launches (Hodges and Lehmann), with the interval of Wilcoxon's signed ranks. This assumes that launches scatter evenly around their centre" + Confidences(analysis, Results.Look.OneCore),
        "- *A state's figure on all cores* is the median of its launches, because launches there can fall into two groups with nothing between. Its interval is one of order statistics, which assumes no distribution" + Confidences(analysis, Results.Look.AllCores),
        $"- *Intervals are widened*, because figures move from run to run even beside the other states of their run: by {FigureText.Percent(Results.Look.OneCore.Metric.BetweenRuns)} on one core and {FigureText.Percent(Results.Look.AllCores.Metric.BetweenRuns)} on all cores, and for a ratio of two states by √2 times as much. The two add as standard deviations do. No interval contains how much faster or slower a whole run is than another.",
        $"- *× baseline* is the median of the ratios of all pairs of a launch of the state and one of the baseline (Hodges and Lehmann), with Moses' exact interval of at least {FigureText.Percent(Estimate.LeastConfidence)} confidence. Launches are not paired by round: on all cores the launches of a round have little in common, and one odd launch would decide the interval.",
        $"- *ns/operation less {RunAnalysis.EmptyName}* is the cost minus that of {MarkdownText.Code(RunAnalysis.EmptyName)}, the harness alone, in the same round.",
        "- A one-core figure is never divided by an all-cores figure, because the two are measured under different settings.",
        "- Bytes and GCs are totals of the garbage collector's counters over all threads and all launches, on one core and on all.",
        "- Two states are *level* if the interval of their ratio contains 1, or if there are too few launches for an interval. The ratio is taken within each round on one core, and over all pairs of launches on all cores.",
    ];

    private static string[] Pace(QuietPace? pace) => pace is null
        ? []
        :
        [
            $"- Before and after each iteration on one core, the launch timed a fixed piece of work that keeps the core busy. In the quiet moments of the run a step of it took {FigureText.Significant(pace.Nanoseconds)} ns; it is other work than the step on the machine's card. If it took more than {FigureText.Fixed(QuietPace.LargestSlowdown, 1)} times as long, before or after, something else was slowing the core down, and the iteration is not counted, however fast it was. A launch with less than half of its iterations undisturbed is left out.",
        ];

    private static string Look(RunAnalysis analysis, Look look)
    {
        var what = $"**{MetricText.Of(look.Metric).Title}**, on {look.Name}";
        if (analysis.WhyNotTaken(look) is { } because)
        {
            return $"- {what}: not measured, because {MarkdownText.Escape(because)}.";
        }

        var taken = analysis.Run.Looks.First(stored => stored.Look == look);
        var more = analysis.States.Any(state => state.LaunchesIn(look).Count > taken.Launches) ? ", and some were added in place of launches that do not count" : "";
        return $"- {what}: {FigureText.Count(taken.Launches)} launches of each state were planned{more}; {LookText.Placement(taken.Placement)}; {LookText.Protocol(taken.Protocol)}.";
    }

    private static string[] Distance(RunAnalysis analysis) => analysis.Distance is null
        ? []
        :
        [
            $"- Before and after each iteration on all cores, the launch timed how long a cache line takes from the first core to the farthest other core and back. Below {FigureText.Significant(CoreDistance.FarFrom)} ns the cores are *near*, otherwise *far*. A hypervisor can change this during a run, and contended states can be several times as fast when the cores are near. So each figure uses iterations at one distance only, however fast they were, and a launch with less than half of its iterations at that distance is left out.{(analysis.Run.Quotable ? " On a machine whose cores are near at times, a launch waits for that, up to a few seconds." : "")}",
        ];

    private static string Keys(StoredScenario scenario) =>
        $"an iteration touches up to {FigureText.Count(scenario.DistinctKeys)} of {FigureText.Count(scenario.Keys)} keys{(scenario.KeysFilled ? ", and all keys have a value before the first iteration" : "")}";

    private static IEnumerable<string> Harness(StoredHarness? harness, int cores) => harness?.Scaling() is { } scaling
        ?
        [
            $"- The harness alone ({MarkdownText.Code(RunAnalysis.EmptyName)}, both times compiled as on one core, so that its row in the table is another figure) makes {FigureText.Significant(Median.Of(harness.OneCore) / 1e6)} M operations/s on one core and {FigureText.Significant(Median.Of(harness.AllCores) / 1e6)} on all cores, which is {FigureText.Fixed(scaling / cores, 2)} times what perfect scaling would give.",
        ]
        : [];

    private static string Confidences(RunAnalysis analysis, Look look)
    {
        var counts = analysis.States
            .Select(state => state.FigureIn(look).Estimate?.Count ?? 0)
            .Distinct()
            .Order()
            .Where(count => look.Metric.ConfidenceOf(count) is not null)
            .Select(count => $"{FigureText.Fixed(100 * look.Metric.ConfidenceOf(count)!.Value, 1)} % over {FigureText.Count(count)} launches")
            .ToArray();
        return counts.Length == 0
            ? ". This run has too few launches for an interval."
            : $". The interval is the narrowest of at least {FigureText.Percent(Estimate.LeastConfidence)} confidence: {Words.List(counts)}. With fewer than {FigureText.Count(MarkDetector.FewestLaunches)} launches there is none.";
    }
}
