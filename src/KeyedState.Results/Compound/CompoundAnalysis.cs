namespace KeyedState.Results;

/// <summary>The figures of a compound run. A state that failed once, in whatever scenario, has none.</summary>
/// <param name="run">The run.</param>
public sealed class CompoundAnalysis(StoredSeriesRun run)
{
    /// <summary>The scenario that a state's others are held against.</summary>
    public const string PlainWrites = "all write";

    /// <summary>The state that only waits: what updates with a pause in them can reach at most.</summary>
    public const string WaitsOnly = "Empty";

    private readonly ILookup<(string State, Look Look, string Scenario), StoredSeries> series =
        run.Series.Where(one => run.Failures.All(failure => failure.State != one.State)).ToLookup(one => (one.State, one.Look, one.Scenario));

    /// <summary>The run.</summary>
    public StoredSeriesRun Run => run;

    /// <summary>The time for an operation in nanoseconds, with all workers at work: the median over launches of each launch's median.</summary>
    /// <param name="state">The state's name.</param>
    /// <param name="look">On one core or on all.</param>
    /// <param name="scenario">The scenario's name.</param>
    /// <returns>Null where it was not measured.</returns>
    public Estimate? Time(string state, Look look, string scenario) => MedianEstimator.Estimate([.. series[(state, look, scenario)].Select(TimeOf)]);

    /// <summary>Operations per second, in millions.</summary>
    /// <inheritdoc cref="Time"/>
    public Estimate? Rate(string state, Look look, string scenario) => MedianEstimator.Estimate([.. series[(state, look, scenario)].Select(one => 1e3 / TimeOf(one))]);

    /// <summary>How many times as long an operation takes as a plain write of the same state in the same launch.</summary>
    /// <inheritdoc cref="Time"/>
    public Estimate? BesideWrite(string state, Look look, string scenario) => Paired((state, look, scenario), (state, look, PlainWrites), (mine, other) => mine / other);

    /// <summary>How many times as fast a state is as another in the same scenario, over the rounds that have both.</summary>
    /// <param name="state">The state's name.</param>
    /// <param name="other">The other's.</param>
    /// <param name="look">On one core or on all.</param>
    /// <param name="scenario">The scenario's name.</param>
    /// <returns>Null where no round has both.</returns>
    public Estimate? Speedup(string state, string other, Look look, string scenario) => Paired((state, look, scenario), (other, look, scenario), (mine, theirs) => theirs / mine);

    /// <summary>Bytes for an operation.</summary>
    /// <inheritdoc cref="Time"/>
    public double? Bytes(string state, Look look, string scenario)
    {
        double[] launches = [.. series[(state, look, scenario)].Select(one => Median.Of(one.Bytes) / one.Operations)];
        return launches.Length == 0 ? null : Median.Of(launches);
    }

    /// <summary>How often an operation is begun anew because another came first, for each operation, on all cores.</summary>
    /// <param name="state">The state's name.</param>
    /// <param name="scenario">The scenario's name.</param>
    /// <returns>Null where it was not measured.</returns>
    public double? Retries(string state, string scenario)
    {
        double[] launches = [.. series[(state, Look.AllCores, scenario)].Select(one => one.Retries is null ? 0 : Median.Of(one.Retries) / one.Operations)];
        return launches.Length == 0 ? null : Median.Of(launches);
    }

    /// <summary>The share of the updates that the same workers make who only wait, on all cores.</summary>
    /// <param name="state">The state's name.</param>
    /// <param name="scenario">A scenario with a pause.</param>
    /// <returns>Null where no round has both.</returns>
    public Estimate? ShareOfWaiting(string state, string scenario) => Speedup(state, WaitsOnly, Look.AllCores, scenario);

    /// <summary>How long a write of a key that nobody else uses takes meanwhile, in nanoseconds, on all cores.</summary>
    /// <param name="state">The state's name.</param>
    /// <param name="scenario">A scenario with a bystander.</param>
    /// <returns>Null where it was not measured.</returns>
    public double? Apart(string state, string scenario)
    {
        double[] launches = [.. series[(state, Look.AllCores, scenario)].Select(one => one.ApartTimes).OfType<IReadOnlyList<double>>().Select(times => Median.Of(times))];
        return launches.Length == 0 ? null : Median.Of(launches);
    }

    private static double TimeOf(StoredSeries one) => Median.Of(one.Times) / one.Operations;

    private Estimate? Paired((string State, Look Look, string Scenario) one, (string State, Look Look, string Scenario) other, Func<double, double, double> compare) =>
        MedianEstimator.Estimate(
        [
            .. from mine in series[one]
               join theirs in series[other] on mine.Round equals theirs.Round
               select compare(TimeOf(mine), TimeOf(theirs)),
        ]);
}
