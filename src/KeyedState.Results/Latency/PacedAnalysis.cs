namespace KeyedState.Results;

/// <summary>The figures of a latency run's paced tasks, and of the same tasks in Go. A state that failed once has none.</summary>
/// <param name="analysis">The run.</param>
public sealed class PacedAnalysis(LatencyAnalysis analysis)
{
    private readonly ILookup<(string Design, bool Paced), StoredGoLaunch> go = (analysis.Run.Go?.Launches ?? []).ToLookup(launch => (launch.Design, launch.Paced));

    /// <summary>The states that have figures, in the catalogue's order.</summary>
    public IReadOnlyList<StoredState> States { get; } = [.. analysis.States.Where(state => analysis.LaunchesWithFigures(state.Name).Any(launch => launch.Paced is not null))];

    /// <summary>Operations per second of all tasks if operations took no time and pauses exactly theirs.</summary>
    public double IntendedRate { get; } = analysis.Run.Scenario.Roles.Sum(role => role.Workers) / StoredPaced.Pause;

    /// <summary>Whether the original was measured in Go.</summary>
    public bool HasOriginal => go.Contains((GoDesign.Channels, true));

    /// <summary>The designs in Go that have launches, in the order of tables.</summary>
    /// <param name="paced">Whether paced.</param>
    public IReadOnlyList<string> GoDesigns(bool paced) => [.. GoDesign.All.Where(design => go.Contains((design, paced)))];

    /// <summary>Operations per second with a pause after each.</summary>
    /// <param name="state">The state's name.</param>
    public Estimate? Original(string state) => MedianEstimator.Estimate([.. Loops(state).Select(paced => paced.Original.Rate)]);

    /// <summary>The same in Go, or without pauses.</summary>
    /// <param name="design">One of <see cref="GoDesign"/>.</param>
    /// <param name="paced">Whether paced.</param>
    public Estimate? Go(string design, bool paced) => MedianEstimator.Estimate(Rates(design, paced, null));

    /// <summary>The operations of a role per second in Go, without pauses.</summary>
    /// <param name="design">One of <see cref="GoDesign"/>.</param>
    /// <param name="role">Whose.</param>
    public Estimate? Go(string design, Func<StoredGoLaunch, long> role) => MedianEstimator.Estimate(Rates(design, paced: false, role));

    /// <summary>The operations with a pause after each as a share of those of the original in Go; null without it, or where one of the two did nothing.</summary>
    /// <param name="state">The state's name.</param>
    public Estimate? ShareOfGo(string state) => Ratio(Rates(GoDesign.Channels, paced: true, null), [.. Loops(state).Select(paced => paced.Original.Rate)]);

    /// <summary>How many times as many operations as another design in Go one does; null where one of the two did nothing.</summary>
    /// <param name="design">One of <see cref="GoDesign"/>.</param>
    /// <param name="paced">Whether both are paced.</param>
    public Estimate? ShareOfGo(string design, bool paced) =>
        Ratio(Rates(GoDesign.Channels, paced, null), Rates(design, paced, null));

    /// <summary>How many times as many operations of a role another design in Go does without pauses as the original; null where one of the two did none in some launch.</summary>
    /// <param name="design">One of <see cref="GoDesign"/>.</param>
    /// <param name="role">Whose.</param>
    public Estimate? TimesGo(string design, Func<StoredGoLaunch, long> role) => Ratio(Rates(GoDesign.Channels, paced: false, role), Rates(design, paced: false, role));

    /// <summary>How many times as many operations of a role a state does in the closed loop as the original in Go without pauses; null where one of the two did none in some launch.</summary>
    /// <param name="state">The state's name.</param>
    /// <param name="index">The index of the role.</param>
    /// <param name="role">The same role's operations in Go.</param>
    public Estimate? TimesGo(string state, int index, Func<StoredGoLaunch, long> role) => Ratio(
        Rates(GoDesign.Channels, paced: false, role),
        [.. analysis.LaunchesWithFigures(state).Select(launch => launch.Closed.Roles[index].Operations / launch.Closed.Seconds)]);

    /// <summary>The designs in Go in which, without pauses, writers get less than a tenth of an even share in some launch, with how little that is.</summary>
    public IEnumerable<(string Design, int Launches, int InSoMany, long FewestWrites, long Reads)> WritersGetLittleInGo()
    {
        var roles = analysis.Run.Scenario.Roles;
        return roles.Count != 2 ? [] :
            from design in GoDesigns(paced: false)
            let launches = go[(design, false)].ToArray()
            let little = launches.Where(launch => Starvation.GetsLittle(launch.WriteOps, roles[1].Workers, launch.ReadOps + launch.WriteOps, roles.Sum(role => role.Workers))).ToArray()
            where little.Length > 0
            let least = little.MinBy(launch => launch.WriteOps)!
            select (design, launches.Length, little.Length, least.WriteOps, least.ReadOps);
    }

    /// <summary>The operations with a pause after each as a share of the intended ones.</summary>
    /// <param name="state">The state's name.</param>
    public Estimate? ShareOfIntended(string state) => MedianEstimator.Estimate([.. Loops(state).Select(paced => paced.Original.Rate / IntendedRate)]);

    /// <summary>The same in Go.</summary>
    /// <param name="design">One of <see cref="GoDesign"/>.</param>
    public Estimate? GoShareOfIntended(string design) => MedianEstimator.Estimate([.. go[(design, true)].Select(launch => launch.Total.Rate / IntendedRate)]);

    /// <summary>What is completed of a fixed rate while it lasts, as a share of it. What piled up before the window can make it a little more than all.</summary>
    /// <param name="state">The state's name.</param>
    public Estimate? ShareOfFixedRate(string state) => MedianEstimator.Estimate([.. Loops(state).Select(paced => paced.FixedRate.Rate / IntendedRate)]);

    /// <summary>Seconds of a core in each second, with a pause after each operation.</summary>
    /// <param name="state">The state's name.</param>
    public Estimate? OriginalCpu(string state) => MedianEstimator.Estimate([.. Loops(state).Select(paced => paced.Original.Cpu)]);

    /// <summary>Seconds of a core in each second, at the fixed rate.</summary>
    /// <param name="state">The state's name.</param>
    public Estimate? FixedRateCpu(string state) => MedianEstimator.Estimate([.. Loops(state).Select(paced => paced.FixedRate.Cpu)]);

    /// <summary>Seconds of a core in each second, in Go.</summary>
    /// <param name="design">One of <see cref="GoDesign"/>.</param>
    /// <param name="paced">Whether paced.</param>
    public Estimate? GoCpu(string design, bool paced) => MedianEstimator.Estimate([.. go[(design, paced)].Select(launch => launch.Total.Cpu)]);

    private double[] Rates(string design, bool paced, Func<StoredGoLaunch, long>? role) =>
        [.. go[(design, paced)].Select(launch => role is null ? launch.Total.Rate : role(launch) / launch.Seconds)];

    private static Estimate? Ratio(double[] before, double[] after) => before.Concat(after).Any(rate => rate <= 0) ? null : RatioEstimator.Estimate(before, after);

    private IEnumerable<StoredPaced> Loops(string state) => analysis.LaunchesWithFigures(state).Select(launch => launch.Paced).OfType<StoredPaced>();
}
