using KeyedState.Regression;
using KeyedState.Results;

namespace KeyedState.Benchmarks.Gate;

/// <summary>
/// How many turns of the delay loop slow a state down by how much. It is measured, not computed from the loop's time: a
/// processor hides part of a delay behind what it does meanwhile, more of a short one, and more for one state than for
/// another. So the effects of several delays are taken, and a parabola through no delay, no effect is laid through them.
/// </summary>
internal sealed class DelaySizes
{
    private const int LaunchesForCosts = 5;
    private const int LaunchesForSizes = 30;
    private static readonly double[] Tried = [0.03, 0.05, 0.07, 0.10, 0.14, 0.19];

    private readonly Dictionary<string, Parabola> curves;

    private DelaySizes(Dictionary<string, Parabola> curves) => this.curves = curves;

    /// <summary>The states that were measured.</summary>
    public IEnumerable<string> States => curves.Keys;

    /// <summary>Measures the effects of a few delays on each state.</summary>
    /// <param name="states">The states.</param>
    /// <param name="campaign">A build against itself.</param>
    /// <param name="hello">Who its workers are.</param>
    /// <param name="look">The look.</param>
    /// <param name="random">Decides every order.</param>
    public static DelaySizes Measure(IReadOnlyList<string> states, Campaign campaign, HelloAnswer hello, Look look, Random random)
    {
        Subject[] plain = [.. states.Select(state => new Subject(state, WorkerProtocol.DelayPlant))];
        var costs = campaign.Run(plain, [], LaunchesForCosts, random).GroupBy(paired => paired.Subject.State).ToDictionary(
            state => state.Key,
            state => Math.Exp(Median.Of([.. state.Select(paired => PairedLaunch.LogTime(paired.Base, look))])));
        Subject[] delayed =
        [
            .. from cost in costs
               from share in Tried
               select new Subject(cost.Key, WorkerProtocol.DelayPlant, 0, (int)Math.Ceiling(cost.Value * share * hello.OperationsPerWrite / hello.NanosecondsPerTurn)),
        ];
        return new DelaySizes(campaign.Run(delayed, [], LaunchesForSizes, random)
            .GroupBy(paired => paired.Subject)
            .Select(group => (group.Key.State, Turns: (double)group.Key.HeadAmount, Effect: Effect.Of([.. group.Select(paired => paired.LogRatio(look))]).LogRatio))
            .GroupBy(point => point.State)
            .ToDictionary(state => state.Key, state => Parabola.Through([.. state.Select(point => (point.Turns, point.Effect))])));
    }

    /// <summary>The turns that slow a state down by so much, at least one.</summary>
    /// <param name="state">One of <see cref="States"/>.</param>
    /// <param name="effect">The log ratio that is wanted; above 0.</param>
    /// <exception cref="WorkerException">The delays that were tried did not slow the state down more and more.</exception>
    public int TurnsFor(string state, double effect) => curves[state].Inverse(effect) is { } turns
        ? Math.Max(1, (int)Math.Round(turns))
        : throw new WorkerException("base", $"was not slowed down by delays in {state} on this machine now; start again when it is quieter.");
}
