namespace KeyedState.Results;

/// <summary>Turns the launches of a run into what they say about each state.</summary>
internal sealed class StateAnalyst
{
    private readonly StoredRun run;
    private readonly ILookup<string, StoredLaunch> launches;
    private readonly Dictionary<string, LaunchFigure[]> measured;
    private readonly Dictionary<string, LaunchFigure[]> figures;
    private readonly HashSet<string> failed;

    public StateAnalyst(StoredRun run)
    {
        this.run = run;
        launches = run.Launches.ToLookup(launch => launch.State);
        measured = run.States.ToDictionary(state => state.Name, Measured);
        failed = [.. run.Failures.Where(failure => !failure.Discarded).Select(failure => failure.State)];
        Pace = MachinePace.Of(measured.Where(state => !failed.Contains(state.Key)).Select(state => state.Value), Look.OneCore);
        figures = measured.ToDictionary(state => state.Key, state => state.Value.Select(AtQuietPace).ToArray());
    }

    /// <summary>The machine's pace on one core, which is taken out of costs.</summary>
    public MachinePace Pace { get; }

    /// <summary>What the run says about one of its states.</summary>
    public StateAnalysis Analyse(StoredState state)
    {
        var sharedLook = IsTaken(Look.AllCores) ? Look.AllCores : Look.OneCore;
        var sharedTime = Over(state, sharedLook, launch => launch.SharedTime);
        var totals = TotalsOf(state.Name);
        return new()
        {
            Declared = state,
            Measured = measured[state.Name],
            Launches = figures[state.Name],
            Failures = [.. run.Failures.Where(failure => failure.State == state.Name)],
            Cost = Over(state, Look.OneCore, launch => launch.Value),
            NetCost = Against(state, RunAnalysis.EmptyName, Look.OneCore, PairedRounds.ExtraTime),
            Throughput = Over(state, Look.AllCores, launch => launch.Value),
            Speedup = Against(state, RunAnalysis.BaselineName, Look.AllCores, PairedRounds.Speedup),
            Allocated = Counted(state, totals.Per(totals.AllocatedBytes)),
            AllocatedBeyond = AllocatedBeyond(state, totals),
            Gen0 = Counted(state, totals.Per(totals.Gen0, 1e6)),
            WorkItems = Counted(state, totals.Per(totals.WorkItems)),
            SharedTime = sharedTime,
            ReadersEnd = Over(state, sharedLook, launch => launch.ReadersEnd),
            WritersEnd = Over(state, sharedLook, launch => launch.WritersEnd),
            PeakPoolThreads = launches[state.Name].Select(launch => (int?)launch.PeakPoolThreads).Max(),
            Marks = MarksOf(state, sharedTime),
        };
    }

    private LaunchFigure[] Measured(StoredState state) =>
    [
        .. launches[state.Name].OrderBy(launch => launch.Look.Order).ThenBy(launch => launch.Round)
            .Select(launch => LaunchFigure.Of(launch, state.OperationsPerInvocation)),
    ];

    private Mark[] MarksOf(StoredState state, Figure sharedTime) => failed.Contains(state.Name)
        ? [Mark.Failed]
        : [.. MarkDetector.Detect(figures[state.Name], Look.All.Where(IsTaken), sharedTime.Estimate?.Center)];

    private Figure Over(StoredState state, Look look, Func<LaunchFigure, double> figure) =>
        Figure.Of(
            failed.Contains(state.Name) ? null : look.Metric.Estimate([.. figures[state.Name].Where(launch => launch.Look == look).Select(figure)]),
            WhyNone(state.Name, look));

    private Figure Against(
        StoredState state, string other, Look look, Func<IEnumerable<LaunchFigure>, IEnumerable<LaunchFigure>, Look, Estimate?> compare)
    {
        if (Over(state, look, launch => launch.NanosecondsPerOperation).AbsentBecause is { } because)
        {
            return Figure.Absent(because);
        }

        if (!figures.TryGetValue(other, out var others))
        {
            return Figure.Absent($"{other} was not measured");
        }

        return failed.Contains(other)
            ? Figure.Absent($"{other} failed")
            : Figure.Of(compare(figures[state.Name], others, look), $"no round has a launch of both it and {other}");
    }

    // On all cores what states do to each other's callers differs more than the machine's pace does, and is the figure.
    private LaunchFigure AtQuietPace(LaunchFigure launch) => launch.Look == Look.OneCore
        ? launch with { NanosecondsPerOperation = launch.NanosecondsPerOperation / Pace.Of(launch.Round) }
        : launch;

    private Figure AllocatedBeyond(StoredState state, CounterTotals totals)
    {
        var limit = RunAnalysis.LimitOf(state.Replies);
        if (state.Name == limit)
        {
            return Figure.Absent("it is the limit that others are held against");
        }

        var limitTotals = TotalsOf(limit);
        return failed.Contains(limit) || limitTotals.Launches == 0
            ? Figure.Absent($"{limit} has no figures to take off")
            : Counted(state, totals.Per(totals.AllocatedBytes) is { } own ? own with { Center = own.Center - limitTotals.Per(limitTotals.AllocatedBytes)!.Center } : null);
    }

    private Figure Counted(StoredState state, Estimate? estimate) => failed.Contains(state.Name)
        ? Figure.Absent("it failed")
        : Figure.Of(estimate, "no launch of it ended");

    private CounterTotals TotalsOf(string state) => CounterTotals.Of([.. launches[state]]);

    private string WhyNone(string state, Look look) =>
        failed.Contains(state) ? "it failed" : RunAnalysis.WhyNotTaken(run, look) ?? "no launch of it ended in this look";

    private bool IsTaken(Look look) => RunAnalysis.WhyNotTaken(run, look) is null;
}
