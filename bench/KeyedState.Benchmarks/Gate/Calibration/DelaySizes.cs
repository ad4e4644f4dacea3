using KeyedState.Regression;
using KeyedState.Results;

namespace KeyedState.Benchmarks.Gate;

/// <summary>
/// How many turns of the delay loop slow a state down by how much. It is measured, not computed from the loop's time: a
/// processor hides part of a delay behind what it does meanwhile, more of a short one, and more for one state than for
/// another. So the effects of several delays are taken, and a parabola through no delay, no effect is laid through them.
/// It fits short delays worst, so what it chooses is measured again and corrected.
/// </summary>
internal static class DelaySizes
{
    private const int LaunchesForCosts = 5;
    private const int LaunchesForCurves = 30;
    private const int LaunchesForCorrections = 80;
    private static readonly double[] Tried = [0.03, 0.05, 0.07, 0.10, 0.14, 0.19];

    /// <summary>Chooses delays; what they really come to is for their experiment to say.</summary>
    /// <param name="states">The states.</param>
    /// <param name="effects">The log ratios that are wanted of each; above 0.</param>
    /// <param name="series">A build against itself.</param>
    /// <param name="hello">Who its workers are.</param>
    /// <param name="look">The look.</param>
    /// <param name="random">Decides every order.</param>
    /// <returns>The delays as the states, then as the effects, each once; without those of a state that can't be measured.</returns>
    /// <exception cref="WorkerException">The delays that were tried did not slow a state down more and more.</exception>
    public static IReadOnlyList<ComparedState> Choose(
        IReadOnlyList<string> states, IReadOnlyList<double> effects, LaunchSeries series, HelloReply hello, Look look, Random random)
    {
        var curves = Curves(states, series, hello, look, random);
        var chosen = (from state in states where curves.ContainsKey(state) from effect in effects select (Effect: effect, Delay: At(state, effect))).ToArray();
        var measured = Effects([.. chosen.Select(one => one.Delay).Distinct()], LaunchesForCorrections, series, look, random);

        // What is missing is added and no ratio taken: a short delay's effect may be measured as none, and what a processor
        // hides of a delay is a time, and no share of it.
        return
        [
            .. (from one in chosen
                where measured.ContainsKey(one.Delay)
                select At(one.Delay.State, one.Effect + (one.Effect - measured[one.Delay]))).Distinct(),
        ];

        ComparedState At(string state, double effect) => curves[state].Inverse(effect) is { } turns
            ? Delay(state, Math.Max(1, (int)Math.Round(turns)))
            : throw new WorkerException("base", $"was not slowed down by delays in {state} on this machine now; start again when it is quieter.");
    }

    private static Dictionary<string, Parabola> Curves(IReadOnlyList<string> states, LaunchSeries series, HelloReply hello, Look look, Random random)
    {
        var costs = series.Run([.. states.Select(state => Delay(state, 0))], [], LaunchesForCosts, random).GroupBy(paired => paired.Subject.State).ToDictionary(
            state => state.Key,
            state => Math.Exp(Median.Of([.. state.Select(paired => PairedLaunch.LogTime(paired.Base, look))])));
        ComparedState[] delayed =
        [
            .. from cost in costs
               from share in Tried
               select Delay(cost.Key, (int)Math.Ceiling(cost.Value * share * hello.OperationsPerWrite / hello.NanosecondsPerTurn)),
        ];
        return Effects(delayed, LaunchesForCurves, series, look, random)
            .GroupBy(point => point.Key.State)
            .ToDictionary(state => state.Key, state => Parabola.Through([.. state.Select(point => ((double)point.Key.HeadAmount, point.Value))]));
    }

    private static Dictionary<ComparedState, double> Effects(IReadOnlyList<ComparedState> delays, int launches, LaunchSeries series, Look look, Random random) =>
        series.Run(delays, [], launches, random)
            .GroupBy(paired => paired.Subject)
            .ToDictionary(delay => delay.Key, delay => Effect.Of([.. delay.Select(paired => paired.LogRatio(look))]).LogRatio);

    private static ComparedState Delay(string state, int turns) => new(state, WorkerProtocol.DelayPlant, 0, turns);
}
