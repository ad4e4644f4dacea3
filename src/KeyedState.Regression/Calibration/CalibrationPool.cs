using KeyedState.Results;

namespace KeyedState.Regression;

/// <summary>The comparisons of one subject in one experiment.</summary>
public sealed class CalibrationPool
{
    private readonly LookRules rules;
    private readonly PairedLaunch[] firstRounds;

    private CalibrationPool(LookRules rules, ComparedState subject, IEnumerable<(CalibrationLaunch Launch, CalibrationPair Pair)> pairs)
    {
        this.rules = rules;
        Subject = subject;
        var ordered = pairs.ToArray();
        firstRounds = [.. ordered.Where(one => one.Launch.Round == 1).Select(one => one.Pair.ToPaired())];
        Comparisons = [.. ordered.GroupBy(one => one.Launch.Comparison).Select(TrialOf).Where(IsComplete)];
    }

    /// <summary>The subject.</summary>
    public ComparedState Subject { get; }

    /// <summary>The comparisons that are complete.</summary>
    public IReadOnlyList<Trial> Comparisons { get; }

    /// <summary>How many pairs of launches the first rounds have.</summary>
    public int Launches => firstRounds.Length;

    /// <summary>The effect over the first rounds of all comparisons; null with too few launches.</summary>
    public Effect? Truth => Launches < Effect.FewestLaunches ? null : Effect.Of([.. firstRounds.Select(launch => launch.LogRatio(rules.Look))]);

    /// <summary>The pools of an experiment, one a subject.</summary>
    /// <param name="rules">The look's rules.</param>
    /// <param name="launches">The experiment's launches in the order in which they ran.</param>
    public static IReadOnlyList<CalibrationPool> Of(LookRules rules, IEnumerable<CalibrationLaunch> launches) =>
    [
        .. launches.SelectMany(launch => launch.Pairs.Select(pair => (Launch: launch, Pair: pair)))
            .GroupBy(one => one.Pair.Subject).Select(group => new CalibrationPool(rules, group.Key, group)),
    ];

    /// <summary>One trial a subject from the launches of a single comparison.</summary>
    /// <param name="rules">The look's rules.</param>
    /// <param name="launches">The comparison's launches.</param>
    public static IEnumerable<Trial> TrialsOf(LookRules rules, IEnumerable<CalibrationLaunch> launches) =>
        launches.SelectMany(launch => launch.Pairs.Select(pair => (Launch: launch, Pair: pair)))
            .GroupBy(one => one.Pair.Subject).Select(group => new CalibrationPool(rules, group.Key, []).TrialOf(group));

    /// <summary>A comparison of launches that are drawn from all first rounds by their numbers.</summary>
    /// <param name="numbers">As many as both rounds have, each below <see cref="Launches"/>.</param>
    public Trial Draw(IReadOnlyList<int> numbers)
    {
        ArgumentNullException.ThrowIfNull(numbers);
        var trial = new Trial(Subject, rules);
        foreach (var number in numbers.Take(rules.FirstRound))
        {
            trial.AddFirst(firstRounds[number]);
        }

        foreach (var number in trial.IsDoubted ? numbers.Skip(rules.FirstRound) : [])
        {
            trial.AddSecond(firstRounds[number]);
        }

        return trial;
    }

    /// <summary>The verdict of a comparison as one of a family.</summary>
    /// <param name="trial">The comparison.</param>
    public static Verdict VerdictOf(Trial trial)
    {
        ArgumentNullException.ThrowIfNull(trial);
        return trial.Decide(Holm.Rejects([trial.ConfirmationPValue], LookRules.UsualFamily, LookRules.WholeRunError)[0]);
    }

    private Trial TrialOf(IEnumerable<(CalibrationLaunch Launch, CalibrationPair Pair)> pairs)
    {
        var trial = new Trial(Subject, rules);
        foreach (var (launch, pair) in pairs)
        {
            if (launch.Round == 1)
            {
                trial.AddFirst(pair.ToPaired());
            }
            else
            {
                trial.AddSecond(pair.ToPaired());
            }
        }

        return trial;
    }

    private bool IsComplete(Trial trial) =>
        trial.FirstLaunches >= rules.FirstRound && (!trial.IsDoubted || trial.SecondLaunches >= rules.SecondRound);
}
