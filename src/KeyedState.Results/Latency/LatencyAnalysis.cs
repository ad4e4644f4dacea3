namespace KeyedState.Results;

/// <summary>The figures of a latency run. A state that failed once has none.</summary>
public sealed class LatencyAnalysis
{
    /// <summary>The state that does nothing: what the loops themselves take.</summary>
    public const string Floor = "Empty";

    /// <summary>A time is one only if it is so many times as long as reading the clock.</summary>
    public const double ReadsInResolution = 10;

    /// <summary>A time is the state's only if it is so many times as long as that of the state that does nothing.</summary>
    public const double FloorsOfAFigure = 3;

    private readonly ILookup<string, StoredLatencyLaunch> launches;
    private readonly Dictionary<string, LatencyHistogram> histograms = [];

    /// <summary>Reads the run's histograms.</summary>
    /// <param name="run">The run.</param>
    public LatencyAnalysis(StoredLatencyRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        Run = run;
        launches = run.Launches.Where(launch => run.Failures.All(failure => failure.State != launch.State)).ToLookup(launch => launch.State);
        States = [.. run.States.Where(state => launches.Contains(state.Name))];
    }

    /// <summary>The run.</summary>
    public StoredLatencyRun Run { get; }

    /// <summary>The states that have figures, in the catalogue's order.</summary>
    public IReadOnlyList<StoredState> States { get; }

    /// <summary>Below this a time in a closed loop says no more than that it is short, in nanoseconds.</summary>
    public double Resolution => ReadsInResolution * Run.Cards.Before.ClockCost;

    /// <summary>Operations per second in the closed loop.</summary>
    /// <param name="state">The state's name.</param>
    /// <param name="role">The index of the role; null for all roles together.</param>
    public Estimate? Throughput(string state, int? role = null) => MedianEstimator.Estimate(
        [.. launches[state].Select(launch => launch.Closed.Roles.Where((_, index) => role is null || index == role).Sum(one => one.Operations) / launch.Closed.Seconds)]);

    /// <summary>How many times as many operations a role completes in the closed loop as another.</summary>
    /// <param name="state">The state's name.</param>
    /// <param name="role">The index of the one.</param>
    /// <param name="other">The index of the other.</param>
    /// <returns>Null where the other completed none in some launch.</returns>
    public Estimate? Mix(string state, int role, int other) => launches[state].Any(launch => launch.Closed.Roles[other].Operations == 0) ? null
        : MedianEstimator.Estimate([.. launches[state].Select(launch => (double)launch.Closed.Roles[role].Operations / launch.Closed.Roles[other].Operations)]);

    /// <summary>The service times of a role in the closed loop.</summary>
    /// <remarks>Of each role another share of the operations is timed, and so the times of two roles are never put together.</remarks>
    /// <param name="state">The state's name.</param>
    /// <param name="role">The index of the role.</param>
    public LatencyTimes ClosedTimes(string state, int role) => new([.. launches[state].Select(launch => Read(launch.Closed.Roles[role].Times))]);

    /// <summary>What the closed loop says of a role, in each launch.</summary>
    /// <param name="state">The state's name.</param>
    /// <param name="role">The index of the role.</param>
    /// <param name="figure">What it says.</param>
    public double[] Closed(string state, int role, Func<StoredClosedRole, double> figure) => [.. launches[state].Select(launch => figure(launch.Closed.Roles[role]))];

    /// <summary>How many launches of a state there are, and in how many of them a role starves: as a role, or one of its workers.</summary>
    /// <param name="state">The state's name.</param>
    /// <param name="role">The index of the role.</param>
    public (int Launches, int Starving) Starves(string state, int role) =>
        (launches[state].Count(), launches[state].Count(launch => Starvation.OfWorker(launch.Closed.Roles[role].SlowestShare) || (GetsLittle(launch.Closed, role) && Waits(launch.Closed, role))));

    /// <summary>Whether a role gets little done in most launches without waiting longer than others: its operations take longer.</summary>
    /// <param name="state">The state's name.</param>
    /// <param name="role">The index of the role.</param>
    public bool IsSlower(string state, int role) => launches[state].Count(launch => GetsLittle(launch.Closed, role) && !Waits(launch.Closed, role)) * 2 > launches[state].Count();

    /// <summary>How many launches of a state there are.</summary>
    /// <param name="state">The state's name.</param>
    public int LaunchesOf(string state) => launches[state].Count();

    /// <summary>The launches of a state; none of one that failed once.</summary>
    /// <param name="state">The state's name.</param>
    internal IEnumerable<StoredLatencyLaunch> LaunchesWithFigures(string state) => launches[state];

    /// <summary>Whether a rate that all states have could be driven on schedule, and so was tried.</summary>
    /// <param name="rate">Arrivals per second.</param>
    public bool IsDriven(double rate) => rate <= Run.Protocol.DriverLimit;

    /// <summary>In how many launches the state was under a load, and in how many of them it was not reached.</summary>
    /// <param name="state">The state's name.</param>
    /// <param name="load">The load.</param>
    public (int Launches, int Overloaded) Tries(string state, LatencyLoad load) => (Loops(state, load).Count(), Loops(state, load).Count(loop => !loop.IsReached));

    /// <summary>The median over launches of the rate that a load came to, in arrivals per second; null where nobody tried.</summary>
    /// <param name="state">The state's name.</param>
    /// <param name="load">The load.</param>
    public double? RateOf(string state, LatencyLoad load) => Loops(state, load).Any() ? Median.Of([.. Loops(state, load).Select(loop => loop.Rate)]) : null;

    /// <summary>Operations per second that the open loop completes when all are due at once.</summary>
    /// <param name="state">The state's name.</param>
    public Estimate? Capacity(string state) => MedianEstimator.Estimate([.. launches[state].Select(launch => launch.Capacity)]);

    /// <summary>From the planned start to the answer.</summary>
    /// <param name="state">The state's name.</param>
    /// <param name="load">The load.</param>
    /// <param name="role">The index of the role; null for all roles together.</param>
    /// <returns>Null where the load was not reached in every launch.</returns>
    public LatencyTimes? ResponseTimes(string state, LatencyLoad load, int? role = null) =>
        Times(state, load, loop => loop.Response!.Where((_, index) => role is null || index == role));

    /// <summary>From the call to the answer, all roles together.</summary>
    /// <param name="state">The state's name.</param>
    /// <param name="load">The load.</param>
    /// <returns>Null where the load was not reached in every launch.</returns>
    public LatencyTimes? ServiceTimes(string state, LatencyLoad load) => Times(state, load, loop => [loop.Service!]);

    /// <summary>How many times as long as that of the state that does nothing a response time is, at the same rate or the nearest lower one that all states have.</summary>
    /// <param name="state">The state's name.</param>
    /// <param name="load">The load.</param>
    /// <param name="share">Which percentile it is.</param>
    /// <param name="nanoseconds">The time.</param>
    /// <returns>Null where the state that does nothing has no such time.</returns>
    public double? TimesFloor(string state, LatencyLoad load, double share, double nanoseconds) => nanoseconds / FloorOf(state, load, share);

    /// <summary>Whether a response time may say more of the loop that measured it than of the state: where it is near that of the state that does nothing, or there is no such time.</summary>
    /// <param name="state">The state's name; never true of the one that it is held against.</param>
    /// <param name="load">The load.</param>
    /// <param name="share">Which percentile it is.</param>
    /// <param name="nanoseconds">The time.</param>
    public bool IsNearFloor(string state, LatencyLoad load, double share, double nanoseconds) =>
        state != Floor && !(TimesFloor(state, load, share, nanoseconds) >= FloorsOfAFigure);

    private bool GetsLittle(StoredClosedLoop loop, int role)
    {
        var roles = Run.Scenario.Roles;
        return Starvation.GetsLittle(loop.Roles[role].Operations, roles[role].Workers, loop.Roles.Sum(one => one.Operations), roles.Sum(one => one.Workers));
    }

    private static bool Waits(StoredClosedLoop loop, int role) =>
        Starvation.Waits(loop.Roles[role].LongestGap, loop.Roles.Where((_, index) => index != role).Select(other => other.LongestGap), loop.Seconds * 1e9);

    // A share of a state's capacity is a rate that only this state has.
    private double? FloorOf(string state, LatencyLoad load, double share)
    {
        var rate = RateOf(state, load);
        var rates = Run.Protocol.Rates;
        return rates.Count == 0 || rate is null ? null
            : ResponseTimes(Floor, LatencyLoad.OfRate(rates.LastOrDefault(one => one <= rate, rates[0])))?.Percentile(share)?.Center;
    }

    private IEnumerable<StoredOpenLoop> Loops(string state, LatencyLoad load) => launches[state].SelectMany(launch => launch.Open).Where(loop => LatencyLoad.Of(loop) == load);

    private LatencyTimes? Times(string state, LatencyLoad load, Func<StoredOpenLoop, IEnumerable<string>> texts)
    {
        StoredOpenLoop[] loops = [.. Loops(state, load)];
        return loops.Length == 0 || loops.Any(loop => !loop.IsReached) ? null : new([.. loops.Select(loop => Merged(texts(loop)))]);
    }

    private LatencyHistogram Merged(IEnumerable<string> texts) => LatencyHistogram.Merge(texts.Select(Read));

    // Pages ask for the same ones again and again.
    private LatencyHistogram Read(string text) => histograms.TryGetValue(text, out var known) ? known : histograms[text] = HistogramText.Read(text)!;
}
