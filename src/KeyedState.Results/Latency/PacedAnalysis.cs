namespace KeyedState.Results;

/// <summary>The figures of a latency run's paced tasks, and of the same tasks in Go. A state that failed once has none.</summary>
/// <param name="analysis">The run.</param>
public sealed class PacedAnalysis(LatencyAnalysis analysis)
{
    private readonly ILookup<(string Design, bool Paced), StoredPacedLoop> go =
        (analysis.Run.Go?.Launches ?? []).ToLookup(launch => (launch.Design, launch.Paced), launch => launch.Total);

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
    public Estimate? Go(string design, bool paced) => MedianEstimator.Estimate([.. go[(design, paced)].Select(loop => loop.Rate)]);

    /// <summary>The operations with a pause after each as a share of those of the original in Go; null without it, or where one of the two did nothing.</summary>
    /// <param name="state">The state's name.</param>
    public Estimate? ShareOfGo(string state) => Ratio([.. go[(GoDesign.Channels, true)].Select(loop => loop.Rate)], [.. Loops(state).Select(paced => paced.Original.Rate)]);

    /// <summary>How many times as many operations as another design in Go one does; null where one of the two did nothing.</summary>
    /// <param name="design">One of <see cref="GoDesign"/>.</param>
    /// <param name="paced">Whether both are paced.</param>
    public Estimate? ShareOfGo(string design, bool paced) =>
        Ratio([.. go[(GoDesign.Channels, paced)].Select(loop => loop.Rate)], [.. go[(design, paced)].Select(loop => loop.Rate)]);

    /// <summary>How many times as many operations a state does in the closed loop as the original in Go without pauses; null where one of the two did nothing.</summary>
    /// <param name="state">The state's name.</param>
    public Estimate? TimesGo(string state) => Ratio(
        [.. go[(GoDesign.Channels, false)].Select(loop => loop.Rate)],
        [.. analysis.LaunchesWithFigures(state).Select(launch => launch.Closed.Roles.Sum(role => role.Operations) / launch.Closed.Seconds)]);

    /// <summary>The operations with a pause after each as a share of the intended ones.</summary>
    /// <param name="state">The state's name.</param>
    public Estimate? ShareOfIntended(string state) => MedianEstimator.Estimate([.. Loops(state).Select(paced => paced.Original.Rate / IntendedRate)]);

    /// <summary>The same in Go.</summary>
    /// <param name="design">One of <see cref="GoDesign"/>.</param>
    public Estimate? GoShareOfIntended(string design) => MedianEstimator.Estimate([.. go[(design, true)].Select(loop => loop.Rate / IntendedRate)]);

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
    public Estimate? GoCpu(string design, bool paced) => MedianEstimator.Estimate([.. go[(design, paced)].Select(loop => loop.Cpu)]);

    private static Estimate? Ratio(double[] before, double[] after) => before.Concat(after).Any(rate => rate <= 0) ? null : RatioEstimator.Estimate(before, after);

    private IEnumerable<StoredPaced> Loops(string state) => analysis.LaunchesWithFigures(state).Select(launch => launch.Paced).OfType<StoredPaced>();
}
