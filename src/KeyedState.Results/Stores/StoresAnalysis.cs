namespace KeyedState.Results;

/// <summary>The figures of a stores run.</summary>
/// <param name="run">The run.</param>
public sealed class StoresAnalysis(StoredStoresRun run)
{
    /// <summary>The state that a state in another process is held against: an owner in this one that answers as late.</summary>
    public const string Owner = "TaskCompletionSourceChannelOwner";

    /// <summary>The state whose response times show what an open loop takes by itself: beside the waking of a thread its operations take next to nothing.</summary>
    public const string Floor = "Lock";

    private const double Microseconds = 1e6;

    /// <summary>The run.</summary>
    public StoredStoresRun Run => run;

    /// <summary>The states with figures, in the run's order.</summary>
    public IReadOnlyList<StoredStore> Stores { get; } = [.. run.Stores.Where(store => run.Launches.Any(launch => launch.State == store.State.Name))];

    /// <summary>Whether a state was measured in a scenario.</summary>
    /// <param name="state">The state's name.</param>
    /// <param name="scenario">The scenario's name.</param>
    public bool Has(string state, string scenario) => Loops(state, scenario).Count > 0;

    /// <summary>Operations of all roles a second.</summary>
    /// <param name="state">The state's name.</param>
    /// <param name="scenario">The scenario's name.</param>
    public Estimate? Throughput(string state, string scenario) => Of(state, scenario, loop => loop.Operations / loop.Closed.Seconds);

    /// <summary>Operations of a role a second.</summary>
    /// <param name="state">The state's name.</param>
    /// <param name="scenario">The scenario's name.</param>
    /// <param name="role">The role's index in the scenario.</param>
    public Estimate? Throughput(string state, string scenario, int role) => Of(state, scenario, loop => loop.Closed.Roles[role].Operations / loop.Closed.Seconds);

    /// <summary>The callers' processor time of an operation, in microseconds.</summary>
    /// <param name="state">The state's name.</param>
    /// <param name="scenario">The scenario's name.</param>
    public Estimate? ClientTime(string state, string scenario) => Of(state, scenario, loop => Share(loop.ClientSeconds, loop.Operations));

    /// <summary>What the callers' process allocates for an operation, in bytes.</summary>
    /// <param name="state">The state's name.</param>
    /// <param name="scenario">The scenario's name.</param>
    public Estimate? ClientBytes(string state, string scenario) => Of(state, scenario, loop => loop.Operations == 0 ? null : loop.ClientBytes / loop.Operations);

    /// <summary>The engine's processor time of an operation, in microseconds; null where it has no process of its own.</summary>
    /// <param name="state">The state's name.</param>
    /// <param name="scenario">The scenario's name.</param>
    public Estimate? EngineTime(string state, string scenario) => Of(state, scenario, loop => loop.EngineSeconds is { } seconds ? Share(seconds, loop.Operations) : null);

    /// <summary>The service times of a role.</summary>
    /// <param name="state">The state's name.</param>
    /// <param name="scenario">The scenario's name.</param>
    /// <param name="role">The role's index in the scenario.</param>
    public LatencyTimes Times(string state, string scenario, int role) =>
        new([.. Loops(state, scenario).Select(loop => HistogramText.Read(loop.Closed.Roles[role].Times)!)]);

    /// <summary>In how many launches a state was in an open loop, and in how many of them its load was not reached.</summary>
    /// <param name="state">The state's name.</param>
    public (int Launches, int Overloaded) Tries(string state) => (OpenLoops(state).Count, OpenLoops(state).Count(loop => !loop.IsReached));

    /// <summary>From the planned start to the answer in the open loop.</summary>
    /// <param name="state">The state's name.</param>
    /// <param name="role">The role's index in the scenario.</param>
    /// <returns>Null where the load was not reached in every launch.</returns>
    public LatencyTimes? ResponseTimes(string state, int role) => OpenTimes(state, loop => loop.Response![role]);

    /// <summary>From the call to the answer in the open loop, all roles together.</summary>
    /// <param name="state">The state's name.</param>
    /// <returns>Null where the load was not reached in every launch.</returns>
    public LatencyTimes? OpenServiceTimes(string state) => OpenTimes(state, loop => loop.Service!);

    /// <summary>Whether a response time may say more of the waking of threads than of the state: where it is near that of <see cref="Floor"/>, or there is no such time.</summary>
    /// <param name="state">The state's name; never true of the one that it is held against.</param>
    /// <param name="role">The role's index in the scenario.</param>
    /// <param name="share">Which percentile it is.</param>
    /// <param name="nanoseconds">The time.</param>
    public bool IsNearFloor(string state, int role, double share, double nanoseconds) =>
        state != Floor && !(nanoseconds >= LatencyAnalysis.FloorsOfAFigure * ResponseTimes(Floor, role)?.Percentile(share)?.Center);

    /// <summary>How many times as many operations of a role a second another state does, launch against launch of the same round.</summary>
    /// <param name="state">The state's name.</param>
    /// <param name="other">The other's name.</param>
    /// <param name="scenario">The scenario's name.</param>
    /// <param name="role">The role's index in the scenario.</param>
    /// <returns>Above 1 where the other does more; null where no round has both.</returns>
    public Estimate? TimesSlowerThan(string state, string other, string scenario, int role) => CenterEstimator.Estimate(
    [
        .. from mine in Rates(state, scenario, role)
           join theirs in Rates(other, scenario, role) on mine.Round equals theirs.Round
           where mine.Rate > 0 && theirs.Rate > 0
           select theirs.Rate / mine.Rate,
    ]);

    /// <summary>The points of the curves that any state has: first those of callers that wait for each answer, then those of what is sent before.</summary>
    public IReadOnlyList<(int Callers, int Depth)> Points { get; } =
        [.. run.Launches.SelectMany(launch => launch.Points ?? []).Select(point => (point.Callers, point.Depth)).Distinct().OrderBy(point => point.Depth).ThenBy(point => point.Callers)];

    /// <summary>Writes a second at a point.</summary>
    /// <param name="state">The state's name.</param>
    /// <param name="callers">How many callers.</param>
    /// <param name="depth">How many writes each sends before it waits.</param>
    /// <returns>Null where the state has no such point.</returns>
    public Estimate? Rate(string state, int callers, int depth) => MedianEstimator.Estimate(
        [.. run.Launches.Where(launch => launch.State == state).Select(launch => RateOf(launch, callers, depth)).OfType<double>()]);

    /// <summary>How many times as many writes a second there are at a point as with one caller that waits for each answer, launch by launch.</summary>
    /// <param name="state">The state's name.</param>
    /// <param name="callers">How many callers.</param>
    /// <param name="depth">How many writes each sends before it waits.</param>
    /// <returns>Null where no launch has both.</returns>
    public Estimate? TimesOneCaller(string state, int callers, int depth) => CenterEstimator.Estimate(
    [
        .. from launch in run.Launches
           where launch.State == state
           let one = RateOf(launch, callers: 1, depth: 1)
           let many = RateOf(launch, callers, depth)
           where one > 0 && many > 0
           select many.Value / one.Value,
    ]);

    /// <summary>The callers' processor time of a write at a point, in microseconds.</summary>
    /// <param name="state">The state's name.</param>
    /// <param name="callers">How many callers.</param>
    /// <param name="depth">How many writes each sends before it waits.</param>
    /// <returns>Null where the state has no such point.</returns>
    public Estimate? ClientTime(string state, int callers, int depth) => MedianEstimator.Estimate(
    [
        .. from launch in run.Launches
           where launch.State == state
           from point in launch.Points ?? []
           where point.Callers == callers && point.Depth == depth
           select Share(point.ClientSeconds, point.Operations) into time
           where time is not null
           select time.Value,
    ]);

    /// <summary>The cases that a server's own tool was measured in.</summary>
    public IReadOnlyList<(int Connections, int Pipeline)> ToolCases { get; } =
        [.. run.Launches.SelectMany(launch => launch.Tool ?? []).Select(rate => (rate.Connections, rate.Pipeline)).Distinct().Order()];

    /// <summary>What the server's own tool got done, in writes a second.</summary>
    /// <param name="state">The state's name.</param>
    /// <param name="connections">How many connections it had.</param>
    /// <param name="pipeline">How many writes it sent on each before it waited.</param>
    /// <returns>Null where it was not measured so.</returns>
    public Estimate? ToolRate(string state, int connections, int pipeline) => MedianEstimator.Estimate(
        [.. run.Launches.Where(launch => launch.State == state).Select(launch => ToolRateOf(launch, connections, pipeline)).OfType<double>()]);

    /// <summary>How many times as many writes a second callers complete on one connection as the server's own tool with as many under way, launch by launch.</summary>
    /// <param name="state">The state's name.</param>
    /// <param name="callers">How many callers.</param>
    /// <param name="depth">How many writes each sends before it waits.</param>
    /// <returns>Null where no launch has both.</returns>
    public Estimate? TimesTool(string state, int callers, int depth) => CenterEstimator.Estimate(
    [
        .. from launch in run.Launches
           where launch.State == state
           let mine = RateOf(launch, callers, depth)
           let tool = ToolRateOf(launch, connections: 1, callers * depth)
           where mine > 0 && tool > 0
           select mine.Value / tool.Value,
    ]);

    private static double? ToolRateOf(StoredStoreLaunch launch, int connections, int pipeline) =>
        launch.Tool?.FirstOrDefault(rate => rate.Connections == connections && rate.Pipeline == pipeline)?.Rate;

    private static double? RateOf(StoredStoreLaunch launch, int callers, int depth) =>
        launch.Points?.FirstOrDefault(point => point.Callers == callers && point.Depth == depth) is { } point ? point.Operations / point.Seconds : null;

    private List<StoredOpenLoop> OpenLoops(string state) =>
        [.. run.Launches.Where(launch => launch.State == state).Select(launch => launch.Open).OfType<StoredOpenLoop>()];

    private LatencyTimes? OpenTimes(string state, Func<StoredOpenLoop, string> text)
    {
        var loops = OpenLoops(state);
        return loops.Count == 0 || loops.Any(loop => !loop.IsReached) ? null : new([.. loops.Select(loop => HistogramText.Read(text(loop))!)]);
    }

    private IEnumerable<(int Round, double Rate)> Rates(string state, string scenario, int role) =>
        from launch in run.Launches
        where launch.State == state
        from loop in launch.Loops
        where loop.Scenario == scenario
        select (launch.Round, loop.Closed.Roles[role].Operations / loop.Closed.Seconds);

    private List<StoredStoreLoop> Loops(string state, string scenario) =>
        [.. run.Launches.Where(launch => launch.State == state).SelectMany(launch => launch.Loops).Where(loop => loop.Scenario == scenario)];

    private Estimate? Of(string state, string scenario, Func<StoredStoreLoop, double?> figure) =>
        MedianEstimator.Estimate([.. Loops(state, scenario).Select(figure).OfType<double>()]);

    private static double? Share(double seconds, long operations) => operations == 0 ? null : seconds / operations * Microseconds;
}
