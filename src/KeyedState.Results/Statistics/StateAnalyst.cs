namespace KeyedState.Results;

/// <summary>Turns the launches of a run into what they say about each state.</summary>
internal sealed class StateAnalyst
{
    private readonly StoredRun run;
    private readonly CoreDistance? distance;
    private readonly ILookup<string, StoredLaunch> launches;
    private readonly Dictionary<string, LaunchFigure[]> figures;
    private readonly HashSet<string> failed;

    public StateAnalyst(StoredRun run, CoreDistance? distance)
    {
        this.run = run;
        this.distance = distance;
        launches = run.Launches.ToLookup(launch => launch.State);
        failed = [.. run.Failures.Where(failure => !failure.Discarded).Select(failure => failure.State)];
        Pace = QuietPace.Of(run);
        figures = run.States.ToDictionary(state => state.Name, Figures);
    }

    /// <summary>The pace of the one core in iterations that nothing slowed down; null where nobody looked.</summary>
    public QuietPace? Pace { get; }

    /// <summary>What the run says about one of its states.</summary>
    public StateAnalysis Analyse(StoredState state)
    {
        var sharedLook = IsTaken(Look.AllCores) ? Look.AllCores : Look.OneCore;
        var sharedTime = Over(state, sharedLook, launch => launch.SharedTime);
        var cost = Over(state, Look.OneCore, launch => launch.Value);
        var collections = failed.Contains(state.Name) ? null : CollectionRates.Of(launches[state.Name]);
        return new()
        {
            Declared = state,
            Launches = figures[state.Name],
            Slowed = Pace is null ? [] : [.. launches[state.Name].OrderBy(launch => launch.Round).Select(launch => LaunchFigure.OfSlowed(launch, run.Scenario.Roles, Pace)).OfType<LaunchFigure>()],
            Failures = [.. run.Failures.Where(failure => failure.State == state.Name)],
            Cost = cost,
            NetCost = Against(state, RunAnalysis.EmptyName, Look.OneCore, (own, empty) => state.Name == RunAnalysis.EmptyName ? Nothing(own) : PairedRounds.ExtraTime(own, empty)?.WidenedBy(double.Hypot(TimeOf(own), TimeOf(empty)) * Look.OneCore.Metric.BetweenRuns)),
            Throughput = Over(state, Look.AllCores, launch => launch.Value),
            Speedup = Against(state, RunAnalysis.BaselineName, Look.AllCores, state.Name == RunAnalysis.BaselineName ? One : Look.AllCores.Metric.Speedup),
            Allocated = Counted(state, Metric.Allocated),
            AllocatedBeyond = AllocatedBeyond(state),
            Gen0 = Counted(state, Metric.Gen0, 1e6),
            Collections = collections,
            WorkItems = Counted(state, Metric.WorkItems),
            SharedTime = sharedTime,
            RoleEnds = [.. run.Scenario.Roles.Select((_, role) => Over(state, sharedLook, launch => launch.RoleEnds[role]))],
            PeakPoolThreads = launches[state.Name].Select(launch => (int?)launch.Note.PeakPoolThreads).Max(),
            FigureMarks = MarksOf(state, sharedTime.Estimate?.Center, collections?.Excess / cost.Estimate?.Center),
        };
    }

    private LaunchFigure[] Figures(StoredState state) =>
    [
        .. launches[state.Name].OrderBy(launch => launch.Look.Order).ThenBy(launch => launch.Round)
            .Select(launch => LaunchFigure.Of(launch, run.Scenario.Roles, distance, Pace)).OfType<LaunchFigure>(),
    ];

    private FigureMark[] MarksOf(StoredState state, double? sharedTime, double? collectionShare) => failed.Contains(state.Name)
        ? [new(Mark.Failed, null)]
        : [.. MarkDetector.Detect(figures[state.Name], [.. run.Looks.Where(look => IsTaken(look.Look))], sharedTime, collectionShare)];

    private Figure Over(StoredState state, Look look, Func<LaunchFigure, double> figure) =>
        Figure.Of(
            failed.Contains(state.Name) ? null : look.Metric.Estimate([.. LaunchesOf(state.Name, look).Select(figure)]),
            WhyNone(state.Name, look));

    private Figure Against(
        StoredState state, string other, Look look, Func<IReadOnlyCollection<LaunchFigure>, IReadOnlyCollection<LaunchFigure>, Estimate?> compare)
    {
        if (Over(state, look, launch => launch.NanosecondsPerOperation).AbsentBecause is { } because)
        {
            return Figure.Absent(because);
        }

        if (!figures.ContainsKey(other))
        {
            return Figure.Absent($"{other} was not measured");
        }

        return failed.Contains(other)
            ? Figure.Absent($"{other} failed")
            : Figure.Of(compare(LaunchesOf(state.Name, look), LaunchesOf(other, look)), $"it and {other} have no launches that can be compared");
    }

    // Its launches against themselves would have an interval, which is about nothing.
    private static Estimate One(IReadOnlyCollection<LaunchFigure> baseline, IReadOnlyCollection<LaunchFigure> itself) => new(1, null, null, null, itself.Count);

    private static double TimeOf(IReadOnlyCollection<LaunchFigure> launches) => Median.Of([.. launches.Select(launch => launch.NanosecondsPerOperation)]);

    private static Estimate Nothing(IReadOnlyCollection<LaunchFigure> itself) => new(0, null, null, null, itself.Count);

    private LaunchFigure[] LaunchesOf(string state, Look look) => [.. figures[state].Where(launch => launch.Look == look)];

    private Figure AllocatedBeyond(StoredState state)
    {
        var limit = Promise.Of(state).Limit;
        if (state.Name == limit)
        {
            return Figure.Absent("what it allocates is what is subtracted from the others");
        }

        if (failed.Contains(limit) || TotalsOf(limit).Per(Metric.Allocated) is not { } ofLimit)
        {
            return Figure.Absent($"{limit} has no figures to subtract");
        }

        var allocated = Counted(state, Metric.Allocated);
        return allocated.Estimate is { } own ? Figure.Of(own with { Center = own.Center - ofLimit.Center }, "") : allocated;
    }

    private Figure Counted(StoredState state, Metric metric, double operations = 1) => failed.Contains(state.Name)
        ? Figure.Absent("it failed")
        : Figure.Of(
            TotalsOf(state.Name).Per(metric, operations),
            launches[state.Name].Any() ? $"not every launch of it counted {metric.Name}" : "no launch of it ended");

    private CounterTotals TotalsOf(string state) => new([.. launches[state]]);

    private string WhyNone(string state, Look look) =>
        failed.Contains(state) ? "it failed"
        : RunAnalysis.WhyNotTaken(run, look)
        ?? (launches[state].Any(launch => launch.Look == look) ? WhyNoneCounts(look) : "none of its launches ended");

    private string WhyNoneCounts(Look look) => look == Look.OneCore
        ? "something else slowed the core down in more than half of every launch"
        : $"in no launch were the cores {distance} for half of the iterations";

    private bool IsTaken(Look look) => RunAnalysis.WhyNotTaken(run, look) is null;
}
