using Perfolizer.Mathematics.QuantileEstimators;
using Pragmastat;

namespace KeyedState.Results;

/// <summary>
/// Something that is measured of a state, with its unit, which way it is good, and how the iterations of a launch become
/// one value and the launches of a state a figure. A launch observes some of them; cost and throughput follow from its time.
/// </summary>
public sealed class Metric
{
    private const string EndPrefix = "end of ";

    private Metric(string name, string unit, Better better) => (Name, Unit, Better) = (name, unit, better);

    /// <summary>
    /// What an operation takes where nothing contends. What else the machine does can only add to an iteration, and the
    /// lower quartile leaves it out. Launches scatter evenly around a centre, which <see cref="CenterEstimator"/> finds
    /// most precisely. Of a few iterations the faster half speaks, for the same reason. Two states are compared round by
    /// round: the launches of a round have the machine's pace in common.
    /// </summary>
    public static Metric Cost { get; } = new("cost", "ns/operation", Better.Lower)
    {
        IterationEstimator = LowerQuartileOf,
        FewEstimator = FasterHalfOf,
        LaunchEstimator = CenterEstimator.Estimate,
        LaunchConfidence = CenterEstimator.ConfidenceOf,
        SpeedupEstimator = PairedRounds.Speedup,
        BetweenRuns = 0.01,
    };

    /// <summary>
    /// How many operations a second all callers make together. Slow iterations are what contention looks like, and the
    /// mean, which is total time over total operations, keeps them. Launches may have two modes, between which none lies;
    /// their median is one that happened. Of a few iterations the median of all speaks. Two states are compared launch by
    /// launch, all with all: what launches of one round have in common is little beside what an odd launch would do to its
    /// round's ratio.
    /// </summary>
    public static Metric Throughput { get; } = new("throughput", "operations/s", Better.Higher)
    {
        IterationEstimator = times => times.Average(),
        Conversion = time => 1e9 / time,
        BetweenRuns = 0.07,
    };

    /// <summary>
    /// From the call to the answer, the time that 99 of 100 operations do not exceed at a given rate. Of a few windows the median
    /// speaks: a stall of the machine that hits one of them is not the state's.
    /// </summary>
    public static Metric ServiceTail { get; } = new("P99 service time", "ns", Better.Lower);

    /// <summary>The time from the workers' release to the end of the last, by the workers' own stamps.</summary>
    public static Metric Time { get; } = new("time", "ns", Better.Lower);

    /// <summary>What all threads allocated.</summary>
    public static Metric Allocated { get; } = new("allocated", "B", Better.Lower);

    /// <summary>Collections of generation 0 or higher, as the runtime counts them.</summary>
    public static Metric Gen0 { get; } = new("gen0", "collections", Better.Lower);

    /// <summary>Collections of generation 1 or higher.</summary>
    public static Metric Gen1 { get; } = new("gen1", "collections", Better.Lower);

    /// <summary>Collections of generation 2.</summary>
    public static Metric Gen2 { get; } = new("gen2", "collections", Better.Lower);

    /// <summary>How long the collector had all threads paused.</summary>
    public static Metric Paused { get; } = new("paused", "ns", Better.Lower);

    /// <summary>Work items that the thread pool completed.</summary>
    public static Metric WorkItems { get; } = new("work items", "items", Better.Neither);

    /// <summary>Contentions of Monitor and Lock.</summary>
    public static Metric LockContentions { get; } = new("lock contentions", "contentions", Better.Lower);

    /// <summary>How often an operation was begun anew because another came first; not observed where that never happened.</summary>
    public static Metric Retries { get; } = new("retries", "retries", Better.Lower);

    /// <summary>How long a cache line took between the farthest cores and back just before an iteration; only on all cores, where the system lets it be measured.</summary>
    public static Metric CoresBefore { get; } = new("core round trip before", "ns", Better.Neither);

    /// <summary>The same just after it.</summary>
    public static Metric CoresAfter { get; } = new("core round trip after", "ns", Better.Neither);

    /// <summary>How long the core took for a step of fixed work just before an iteration; only on one core.</summary>
    public static Metric PaceBefore { get; } = new("core pace before", "ns/step", Better.Lower);

    /// <summary>The same just after it.</summary>
    public static Metric PaceAfter { get; } = new("core pace after", "ns/step", Better.Lower);

    /// <summary>What a launch can observe in each iteration, besides the ends of its roles.</summary>
    public static IReadOnlyList<Metric> Observed { get; } =
        [Time, Allocated, Gen0, Gen1, Gen2, Paused, WorkItems, LockContentions, Retries, CoresBefore, CoresAfter, PaceBefore, PaceAfter];

    /// <summary>The name, such as "cost". A file knows a metric by it.</summary>
    public string Name { get; }

    /// <summary>The unit of a value, such as "ns/operation".</summary>
    public string Unit { get; }

    /// <summary>Which way it is good.</summary>
    public Better Better { get; }

    /// <summary>
    /// How far a figure moves from one run to the next on one machine beside the others of its run, beyond what the launches of a run
    /// show: half the width of an interval, as a natural logarithm. docs/method.md has the runs it was estimated from and those
    /// it was tested on.
    /// </summary>
    public double BetweenRuns { get; private init; }

    /// <summary>Whether it is the end of a role.</summary>
    public bool IsEnd => Name.StartsWith(EndPrefix, StringComparison.Ordinal);

    private Func<IReadOnlyList<double>, double> IterationEstimator { get; init; } = Median.Of;

    private Func<IReadOnlyList<double>, double> FewEstimator { get; init; } = Median.Of;

    private Func<double, double> Conversion { get; init; } = time => time;

    private Func<IReadOnlyList<double>, Estimate?> LaunchEstimator { get; init; } = MedianEstimator.Estimate;

    private Func<int, double?> LaunchConfidence { get; init; } = MedianEstimator.ConfidenceOf;

    private Func<IReadOnlyCollection<LaunchFigure>, IReadOnlyCollection<LaunchFigure>, Estimate?> SpeedupEstimator { get; init; } = UnpairedSpeedup;

    /// <summary>When the last worker of a role ended, from the release of all.</summary>
    /// <param name="role">The role's name, such as "readers".</param>
    public static Metric EndOf(string role) => new(EndPrefix + role, "ns", Better.Neither);

    /// <summary>The metric that a launch observes under a name; null when there is none.</summary>
    /// <param name="name">Any text.</param>
    public static Metric? FindObserved(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return Observed.FirstOrDefault(metric => metric.Name == name)
            ?? (name.Length > EndPrefix.Length && name.StartsWith(EndPrefix, StringComparison.Ordinal) ? EndOf(name[EndPrefix.Length..]) : null);
    }

    /// <summary>One value for a launch.</summary>
    /// <param name="iterations">One value for each of its iterations, at least one.</param>
    /// <returns>A value in the same unit.</returns>
    public double OfLaunch(IReadOnlyList<double> iterations) => IterationEstimator(iterations);

    /// <summary>
    /// One value for the few iterations that a launch of the gate has, too few for a quartile or for a mean to speak of
    /// their tail.
    /// </summary>
    /// <param name="iterations">At least one value, on a scale on which they scatter evenly, such as logarithms of times.</param>
    /// <returns>A value on the same scale.</returns>
    public double OfFew(IReadOnlyList<double> iterations) => FewEstimator(iterations);

    /// <summary>The metric's value where an operation takes so long.</summary>
    /// <param name="nanoseconds">A launch's time for an operation, above 0.</param>
    /// <returns>A value in <see cref="Unit"/>.</returns>
    public double OfTime(double nanoseconds) => Conversion(nanoseconds);

    /// <summary>A figure over launches, beside the others of its run.</summary>
    /// <param name="values">One value for each launch or round, in any order.</param>
    /// <returns>The estimate, with an interval for the next run, or without one below six values; null without values.</returns>
    public Estimate? Estimate(IReadOnlyList<double> values) => LaunchEstimator(values)?.Widened(BetweenRuns);

    /// <summary>The confidence of the interval over so many launches; null where there is no interval.</summary>
    /// <param name="count">How many launches; 0 or more.</param>
    public double? ConfidenceOf(int count) => LaunchConfidence(count);

    /// <summary>How many times as fast as another a state is.</summary>
    /// <param name="state">The state's launches in a look that has this metric.</param>
    /// <param name="other">The other's in the same look; they may be more or fewer.</param>
    /// <returns>A factor, above 1 where the state is faster, without interval where there are too few launches; null where nothing can be compared.</returns>
    public Estimate? Speedup(IReadOnlyCollection<LaunchFigure> state, IReadOnlyCollection<LaunchFigure> other) => SpeedupEstimator(state, other)?.Widened(BetweenTwo);

    /// <summary>How many times the value of one run a state has in another.</summary>
    /// <param name="before">The state's launches in the first run.</param>
    /// <param name="after">Those in the second.</param>
    /// <returns>A factor, without interval where there are too few launches; null where nothing can be compared.</returns>
    public Estimate? Change(IReadOnlyCollection<LaunchFigure> before, IReadOnlyCollection<LaunchFigure> after) =>
        RatioEstimator.Estimate([.. before.Select(launch => launch.Value)], [.. after.Select(launch => launch.Value)])?.Widened(BetweenTwo);

    // Both move, each by itself.
    private double BetweenTwo => Math.Sqrt(2) * BetweenRuns;

    private static Estimate? UnpairedSpeedup(IReadOnlyCollection<LaunchFigure> state, IReadOnlyCollection<LaunchFigure> other) =>
        RatioEstimator.Estimate(TimesOf(state), TimesOf(other));

    private static double[] TimesOf(IReadOnlyCollection<LaunchFigure> launches) => [.. launches.Select(launch => launch.NanosecondsPerOperation)];

    private static double LowerQuartileOf(IReadOnlyList<double> values) =>
        SimpleQuantileEstimator.Instance.Quantile(new Sample(values), Probability.Of(0.25));

    private static double FasterHalfOf(IReadOnlyList<double> values) => values.Order().Take((values.Count + 1) / 2).Average();
}
