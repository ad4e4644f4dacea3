namespace KeyedState.Results;

/// <summary>What a run says, as figures: all that a page, a picture or a table shows, and nothing about how.</summary>
public sealed record RunAnalysis
{
    /// <summary>The state that the others are compared with, because it is what most people would write.</summary>
    public const string BaselineName = "TaskCompletionSourceChannelOwner";

    /// <summary>The state that does nothing: what the harness takes.</summary>
    public const string EmptyName = "Empty";

    /// <summary>The state that only suspends and resumes its callers: what asynchronous answers take.</summary>
    public const string FloorName = "AsynchronousFloor";

    /// <summary>A dictionary that nothing protects, of which each core has its own: what the runtime's settings alone change.</summary>
    public const string UnsynchronisedName = "Unsynchronised";

    private const double LeastHarnessShare = 0.1;

    /// <summary>The run.</summary>
    public required StoredRun Run { get; init; }

    /// <summary>How far apart the cores were in the iterations on all cores from which the figures are; null where nobody looked.</summary>
    public required CoreDistance? Distance { get; init; }

    /// <summary>The states by promise, best first, and the limits after all.</summary>
    public required IReadOnlyList<StateAnalysis> States { get; init; }

    /// <summary>The best of each promise that has a candidate, in the order of the promises.</summary>
    public required IReadOnlyList<Answer> Answers { get; init; }

    /// <summary>The pace of the one core in the iterations from which costs are; null where nobody looked.</summary>
    public required QuietPace? Pace { get; init; }

    /// <summary>Whether launches are missing that the run set out to make.</summary>
    public bool IsPartial => Run.IsPartial;

    /// <summary>The baseline; null where the run has none.</summary>
    public StateAnalysis? Baseline => States.FirstOrDefault(state => state.IsBaseline);

    /// <summary>
    /// The asynchronous states that clearly take less time than the asynchronous floor in a look, by the interval of their ratio. A
    /// floor that is slower than a state is no floor for it, and a page must say so.
    /// </summary>
    public IReadOnlyList<StateAnalysis> UnderTheFloor =>
        States.FirstOrDefault(state => state.Declared.Name == FloorName) is { HasFailed: false } floor
            ? [.. States.Where(state => state is { IsLimit: false, HasFailed: false, Declared.Replies: "Asynchronous" } && IsUnder(floor, state))]
            : [];

    /// <summary>How many times as much as on one core the harness does on all, where that is too little for the number of cores; else null.</summary>
    public double? WeakHarnessScaling =>
        Run.HarnessScaling?.Scaling() is { } scaling && scaling < StoredHarness.LeastScalingOfACore * Run.Machine.LogicalCores ? scaling : null;

    /// <summary>
    /// The states whose time on all cores is the harness's by more than a tenth, with that share: the time of an operation of
    /// the empty state over theirs. The largest share comes first, and the empty state itself is left out.
    /// </summary>
    public IReadOnlyList<(StateAnalysis State, double Share)> HarnessShares =>
        States.FirstOrDefault(state => state.Declared.Name == EmptyName)?.Throughput.Estimate is { } empty
            ?
            [
                .. States.Where(state => state.Declared.Name != EmptyName && state.Throughput.Estimate is not null)
                    .Select(state => (State: state, Share: state.Throughput.Estimate!.Center / empty.Center))
                    .Where(row => row.Share > LeastHarnessShare)
                    .OrderByDescending(row => row.Share),
            ]
            : [];

    /// <summary>Analyses a run at the distance of cores at which most of it was measured.</summary>
    /// <param name="run">A run as a program made it or <see cref="RunFile.Load"/> read it.</param>
    public static RunAnalysis Of(StoredRun run) => Of(run, CoreDistance.MostlyOf(run));

    private static RunAnalysis Of(StoredRun run, CoreDistance? distance)
    {
        var analyst = new StateAnalyst(run, distance);
        var states = Ranked(run.States.Select(analyst.Analyse)).ToArray();
        return new()
        {
            Run = run,
            Distance = distance,
            States = states,
            Pace = analyst.Pace,
            Answers =
            [
                .. states.Where(state => !state.IsLimit).Select(state => state.Promise).Distinct()
                    .Select(promise => Answer.For(promise, states)).OfType<Answer>(),
            ],
        };
    }

    /// <summary>The run at the distance at which fewer iterations on all cores were measured; null where there were none.</summary>
    public RunAnalysis? AtOtherDistance() => Distance is { } distance && IterationsAt(distance.Other) > 0 ? Of(Run, distance.Other) : null;

    /// <summary>The median of the round trips of a cache line in the iterations from which the figures on all cores are, in nanoseconds; null where nobody looked.</summary>
    public double? RoundTrip => Distance is { } distance
        ? Median.Of([.. Run.Launches.Where(launch => launch.Note.IterationsAt(distance) > 0).SelectMany(launch => launch.Note.At(distance).Of(Metric.CoresBefore))])
        : null;

    /// <summary>How many iterations have the cores' distance noted.</summary>
    public int LookedAt => Run.Launches.Sum(launch => launch.Note.Of(Metric.CoresBefore).Count);

    /// <summary>How many iterations on all cores were measured at a distance.</summary>
    /// <param name="distance">The distance.</param>
    public int IterationsAt(CoreDistance distance) => Run.Launches.Sum(launch => launch.Note.IterationsAt(distance));

    /// <summary>How many iterations have the core's pace noted.</summary>
    public int PacesNoted => Run.Launches.Sum(launch => launch.Note.Of(Metric.PaceBefore).Count);

    /// <summary>How many times as long as at the quiet pace the core took for its fixed work, around each iteration that was slowed down; empty where none was.</summary>
    public IReadOnlyList<double> Slowdowns => Pace is not { } pace
        ? []
        :
        [
            .. Run.Launches.SelectMany(launch => launch.Note.Of(Metric.PaceBefore).Zip(launch.Note.Of(Metric.PaceAfter), Math.Max))
                .Where(pace.IsSlow)
                .Select(pace.SlowdownAt),
        ];

    /// <summary>Why the run has no figures of a look, as a phrase; null when it took the look.</summary>
    /// <param name="look">The look.</param>
    public string? WhyNotTaken(Look look) => WhyNotTaken(Run, look);

    /// <inheritdoc cref="WhyNotTaken(Look)"/>
    internal static string? WhyNotTaken(StoredRun run, Look look) =>
        run.Looks.FirstOrDefault(taken => taken.Look == look) is { } found
            ? found.AbsentBecause
            : "this suite does not measure it";

    private static bool IsUnder(StateAnalysis floor, StateAnalysis state) =>
        Look.All.Any(look => state.SpeedupOver(floor, look) is { Lower: > 1 });

    private static IEnumerable<StateAnalysis> Ranked(IEnumerable<StateAnalysis> states) => states
        .OrderBy(state => state.IsLimit)
        .ThenBy(state => state.IsLimit ? 0 : state.Promise.Order)
        .ThenBy(state => state.HasFailed)
        .ThenByDescending(state => state.Throughput.Estimate?.Center ?? 0)
        .ThenBy(state => state.Cost.Estimate?.Center ?? double.MaxValue)
        .ThenBy(state => state.Declared.Name, StringComparer.Ordinal);
}
