using KeyedState.Results;

namespace KeyedState.Regression;

/// <summary>Counts how the comparisons of a calibration came out.</summary>
public static class CalibrationTable
{
    private const int DrawnRuns = 2000;

    /// <summary>One row over the comparisons of several pools.</summary>
    /// <param name="what">What they have in common.</param>
    /// <param name="rules">The look's rules.</param>
    /// <param name="pools">The pools.</param>
    public static CalibrationRow RowOver(string what, LookRules rules, IReadOnlyList<CalibrationPool> pools)
    {
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(pools);
        var counted = pools.SelectMany(pool => pool.Comparisons.Select(trial => (Trial: trial, Verdict: CalibrationPool.VerdictOf(trial), pool.Truth))).ToArray();
        return new CalibrationRow
        {
            What = what,
            Look = rules.Look,
            Comparisons = counted.Length,
            Doubted = counted.Count(one => one.Trial.IsDoubted),
            Slower = counted.Count(one => one.Verdict == Verdict.Slower),
            Faster = counted.Count(one => one.Verdict == Verdict.Faster),
            NoDifference = counted.Count(one => one.Verdict == Verdict.NoDifference),
            FalseNoDifference = counted.Count(one => one.Verdict == Verdict.NoDifference && BoundOf(one.Trial) < Math.Abs(one.Truth!.LogRatio)),
            Undecided = counted.Count(one => one.Verdict == Verdict.Undecided),
            SmallestVisible = counted.Length == 0 ? null : Math.Exp(Median.Of(
                [.. counted.Select(one => rules.SmallestVisible(one.Trial.First!, one.Trial.Unimportant, rules.SecondRound))])),
        };
    }

    /// <summary>The row of one pool, with its true effect.</summary>
    /// <param name="what">What it is of.</param>
    /// <param name="rules">The look's rules.</param>
    /// <param name="pool">The pool.</param>
    public static CalibrationRow RowOf(string what, LookRules rules, CalibrationPool pool)
    {
        ArgumentNullException.ThrowIfNull(pool);
        var row = RowOver(what, rules, [pool]);
        if (pool.Truth is not { } truth)
        {
            return row;
        }

        var (lower, upper) = truth.Interval(LookRules.Confidence);
        return row with { Truth = truth.Ratio, TruthLower = Math.Exp(lower), TruthUpper = Math.Exp(upper) };
    }

    /// <summary>
    /// How often a whole run of the gate would alarm on an unchanged build: runs are drawn from the launches with
    /// replacement, the same launches for all states of a look, since what the machine does hits them together.
    /// Source of the method: B. Efron, Annals of Statistics 7 (1979), 1–26, doi:10.1214/aos/1176344552.
    /// </summary>
    /// <param name="looks">For each look its rules and the pools of a build against itself, each with launches.</param>
    /// <param name="seed">The seed of the draws.</param>
    public static (int Runs, int Alarmed) DrawWholeRuns(
        IReadOnlyList<(LookRules Rules, IReadOnlyList<CalibrationPool> Pools)> looks, int seed)
    {
        ArgumentNullException.ThrowIfNull(looks);
        var random = new Random(seed);
        return looks.Count == 0 ? (0, 0) : (DrawnRuns, Enumerable.Range(0, DrawnRuns).Count(_ => Alarms(looks, random)));
    }

    private static int LaunchesOf(IReadOnlyList<CalibrationPool> pools) => pools.Min(pool => pool.Launches);

    private static bool Alarms(IReadOnlyList<(LookRules Rules, IReadOnlyList<CalibrationPool> Pools)> looks, Random random)
    {
        var trials = new List<Trial>();
        foreach (var (rules, pools) in looks)
        {
            int[] numbers = [.. Enumerable.Range(0, rules.FirstRound + rules.SecondRound).Select(_ => random.Next(LaunchesOf(pools)))];
            trials.AddRange(pools.Select(pool => pool.Draw(numbers)));
        }

        return Holm.Rejects([.. trials.Select(trial => trial.ConfirmationPValue)], trials.Count, LookRules.WholeRunError)
            .Zip(trials).Any(pair => pair.First && pair.Second.IsDoubtedSlower);
    }

    private static double BoundOf(Trial trial)
    {
        var (lower, upper) = trial.Newest!.Interval(LookRules.Confidence);
        return Math.Max(-lower, upper);
    }
}
