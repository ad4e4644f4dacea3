using KeyedState.Regression;
using KeyedState.Results;

namespace KeyedState.Benchmarks.Gate;

/// <summary>
/// How many turns of the delay loop slow a state down by how much. It is measured, not computed from the loop's time: a
/// processor hides part of a short delay behind what it does meanwhile, more for one state than for another.
/// </summary>
internal sealed class DelaySizes
{
    private const int LaunchesForCosts = 5;
    private const int LaunchesForSizes = 30;
    private static readonly double[] Tried = [0.04, 0.08, 0.16];

    private readonly Dictionary<string, (double Turns, double Effect)[]> curves;

    private DelaySizes(Dictionary<string, (double Turns, double Effect)[]> curves) => this.curves = curves;

    /// <summary>The states that were measured.</summary>
    public IEnumerable<string> States => curves.Keys;

    /// <summary>Measures the effect of a few delays on each state, and what lies between is interpolated.</summary>
    /// <param name="states">The states.</param>
    /// <param name="campaign">A build against itself.</param>
    /// <param name="hello">Who its workers are.</param>
    /// <param name="look">The look.</param>
    /// <param name="random">Decides every order.</param>
    public static DelaySizes Measure(IReadOnlyList<string> states, Campaign campaign, HelloAnswer hello, Look look, Random random)
    {
        Subject[] plain = [.. states.Select(state => new Subject(state, Plant.Delay))];
        var costs = campaign.Run(plain, [], LaunchesForCosts, random).GroupBy(paired => paired.Subject.State).ToDictionary(
            state => state.Key,
            state => Math.Exp(Median.Of([.. state.Select(paired => PairedLaunch.LogTime(paired.Base, look))])));
        Subject[] delayed =
        [
            .. from cost in costs
               from share in Tried
               select new Subject(cost.Key, Plant.Delay, 0, (int)Math.Ceiling(cost.Value * share * hello.OperationsPerWrite / hello.NanosecondsPerTurn)),
        ];
        return new DelaySizes(campaign.Run(delayed, [], LaunchesForSizes, random)
            .GroupBy(paired => paired.Subject)
            .Select(group => (group.Key, Effect: Effect.Of([.. group.Select(paired => paired.LogRatio(look))]).LogRatio))
            .GroupBy(point => point.Key.State)
            .ToDictionary(
                state => state.Key,
                state => state.Select(point => ((double)point.Key.HeadAmount, point.Effect)).Prepend((0, 0)).OrderBy(point => point.Item1).ToArray()));
    }

    /// <summary>The turns that slow a state down by so much.</summary>
    /// <param name="state">One of <see cref="States"/>.</param>
    /// <param name="effect">The log ratio that is wanted; above 0.</param>
    public int TurnsFor(string state, double effect)
    {
        var curve = curves[state];
        var upper = Math.Clamp(Array.FindIndex(curve, point => point.Effect >= effect), 1, curve.Length - 1);
        if (curve[^1].Effect < effect)
        {
            upper = curve.Length - 1;
        }

        var (from, to) = (curve[upper - 1], curve[upper]);
        var slope = (to.Turns - from.Turns) / Math.Max(to.Effect - from.Effect, double.Epsilon);
        return (int)Math.Clamp(Math.Round(from.Turns + ((effect - from.Effect) * slope)), 1, curve[^1].Turns * 4);
    }
}
