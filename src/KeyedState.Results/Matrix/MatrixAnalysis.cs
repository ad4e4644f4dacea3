namespace KeyedState.Results;

/// <summary>The figures of a matrix run. A state that failed once, at whatever point, has none.</summary>
/// <param name="run">The run.</param>
public sealed class MatrixAnalysis(StoredSeriesRun run)
{
    private const string CoresKey = "cores";

    private readonly Dictionary<(string State, string Scenario), Dictionary<int, double>> times = run.Series
        .Where(one => run.Failures.All(failure => failure.State != one.State))
        .GroupBy(one => (one.State, one.Scenario))
        .ToDictionary(group => group.Key, group => group.DistinctBy(one => one.Round).ToDictionary(one => one.Round, one => Median.Of(one.Times) / one.Operations));

    /// <summary>The run.</summary>
    public StoredSeriesRun Run => run;

    /// <summary>The axes, in the order in which pages have them.</summary>
    public IReadOnlyList<StoredAxis> Axes => run.Axes ?? [];

    /// <summary>The designs that have figures, in the run's order; the limits are not among them.</summary>
    public IReadOnlyList<StoredState> Designs { get; } =
        [.. run.States.Select(state => state.State).Where(state => !state.IsLimit && run.Failures.All(failure => failure.State != state.Name))];

    /// <summary>Whether an axis is that of cores, from few to more.</summary>
    /// <param name="axis">The axis.</param>
    public static bool IsOfCores(StoredAxis axis)
    {
        ArgumentNullException.ThrowIfNull(axis);
        return axis is { Key: CoresKey, Scale: AxisScale.Logarithmic, Points.Count: > 1 };
    }

    /// <summary>Million operations per second, those of all callers together: the median over launches of each launch's median, with its interval.</summary>
    /// <param name="state">The state's name.</param>
    /// <param name="point">The point.</param>
    /// <returns>Null where it was not measured.</returns>
    public Estimate? Rate(string state, StoredPoint point) => MedianEstimator.Estimate([.. TimesOf(state, point).Values.Select(time => 1e3 / time)]);

    /// <summary>How many times as fast a state is as another at each point of an axis, over the rounds that have both.</summary>
    /// <param name="state">The state's name.</param>
    /// <param name="other">The other's.</param>
    /// <param name="axis">The axis.</param>
    /// <returns>For each point; null where no round has both.</returns>
    public IReadOnlyList<Estimate?> Ratios(string state, string other, StoredAxis axis) =>
        [.. axis.Points.Select(point => Paired(TimesOf(other, point), TimesOf(state, point)))];

    /// <summary>Which share of its rate on one core, times the cores, a state reaches at each point of the axis of cores.</summary>
    /// <param name="state">The state's name.</param>
    /// <param name="axis">The axis.</param>
    /// <returns>For each point; null where no round has both. It says nothing of the points that were not measured.</returns>
    public IReadOnlyList<Estimate?> Efficiency(string state, StoredAxis axis)
    {
        var alone = TimesOf(state, axis.Points[0]);
        var first = axis.Points[0].At;
        return
        [
            .. axis.Points.Select(point => Paired(alone, TimesOf(state, point)) is { } gain ? gain with
            {
                Center = gain.Center * first / point.At,
                Lower = gain.Lower * first / point.At,
                Upper = gain.Upper * first / point.At,
            } : null),
        ];
    }

    /// <summary>How many times as fast a state is at one point of an axis as at another, over the rounds that have both.</summary>
    /// <param name="state">The state's name.</param>
    /// <param name="to">The one.</param>
    /// <param name="from">The other.</param>
    /// <returns>Null where no round has both.</returns>
    public Estimate? Gain(string state, StoredPoint to, StoredPoint from) => Paired(TimesOf(state, from), TimesOf(state, to));

    /// <summary>Whether a design is clearly faster than every other that has figures at a point. The highest figure alone may be chance.</summary>
    /// <param name="state">The design; a limit never is.</param>
    /// <param name="point">The point.</param>
    public bool IsClearlyFastest(StoredState state, StoredPoint point) =>
        Designs.Contains(state) && TimesOf(state.Name, point) is { Count: > 0 } times && Designs.All(other =>
            other == state || TimesOf(other.Name, point) is not { Count: > 0 } others || TurnFinder.Side(Paired(others, times)) > 0);

    /// <summary>Who leads at each point of an axis, and from where to where.</summary>
    /// <param name="axis">The axis.</param>
    public AxisLeads Leads(StoredAxis axis) => new LeadFinder(
        axis, [.. Designs.Select(state => state.Name)], (state, point) => Rate(state, axis.Points[point])?.Center, (state, other) => Ratios(state, other, axis)).Find();

    /// <summary>Where two designs change places, the strongest change first: one whose weaker side is the clearest.</summary>
    /// <param name="axis">The axis.</param>
    public IReadOnlyList<TurningPoint> Turns(StoredAxis axis) =>
    [
        .. from one in Designs.Index()
           from other in Designs.Skip(one.Index + 1)
           from turn in TurnFinder.Find(axis, one.Item.Name, other.Name, Ratios(one.Item.Name, other.Name, axis))
           orderby turn.Strength descending
           select turn,
    ];

    /// <summary>Why a state has no figure in a scenario.</summary>
    /// <param name="state">The state's name.</param>
    /// <param name="scenario">The scenario's name.</param>
    /// <returns>Null where the run gives no reason.</returns>
    public string? AbsentBecause(string state, string scenario) =>
        run.Absences?.FirstOrDefault(absence => absence.State == state && absence.Scenario == scenario)?.Because;

    private Dictionary<int, double> TimesOf(string state, StoredPoint point) => times.GetValueOrDefault((state, point.Scenario)) ?? [];

    private static Estimate? Paired(Dictionary<int, double> one, Dictionary<int, double> other) =>
        MedianEstimator.Estimate([.. one.Where(time => other.ContainsKey(time.Key)).Select(time => time.Value / other[time.Key])]);
}
