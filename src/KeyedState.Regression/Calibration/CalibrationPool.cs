using KeyedState.Results;

namespace KeyedState.Regression;

/// <summary>The comparisons of one subject in one experiment.</summary>
public sealed class CalibrationPool
{
    /// <summary>How many comparisons a gate makes at once: what Holm's procedure is told here.</summary>
    public const int Family = 30;

    private readonly LookRules rules;
    private readonly PairedLaunch[] firstRounds;

    private CalibrationPool(LookRules rules, Subject subject, IEnumerable<CalibrationLine> lines)
    {
        this.rules = rules;
        Subject = subject;
        var ordered = lines.OrderBy(line => line.Comparison).ThenBy(line => line.Round).ThenBy(line => line.Launch).ToArray();
        firstRounds = [.. ordered.Where(line => line.Round == 1).Select(line => line.ToPaired())];
        Comparisons = [.. ordered.GroupBy(line => line.Comparison).Select(TrialOf).Where(IsComplete)];
    }

    /// <summary>The subject.</summary>
    public Subject Subject { get; }

    /// <summary>The comparisons that are complete.</summary>
    public IReadOnlyList<Trial> Comparisons { get; }

    /// <summary>How many pairs of launches the first rounds have.</summary>
    public int Launches => firstRounds.Length;

    /// <summary>The effect over the first rounds of all comparisons; null with too few launches.</summary>
    public Effect? Truth => Launches < Effect.FewestLaunches ? null : Effect.Of([.. firstRounds.Select(launch => launch.LogRatio(rules.Look))]);

    /// <summary>The pools of an experiment, one a subject.</summary>
    /// <param name="rules">The look's rules.</param>
    /// <param name="lines">The experiment's lines.</param>
    public static IReadOnlyList<CalibrationPool> Of(LookRules rules, IEnumerable<CalibrationLine> lines) =>
        [.. lines.GroupBy(line => line.Subject).Select(group => new CalibrationPool(rules, group.Key, group))];

    /// <summary>One trial a subject from the lines of a single comparison.</summary>
    /// <param name="rules">The look's rules.</param>
    /// <param name="lines">The comparison's lines.</param>
    public static IEnumerable<Trial> TrialsOf(LookRules rules, IEnumerable<CalibrationLine> lines) =>
        lines.GroupBy(line => line.Subject).Select(group => new CalibrationPool(rules, group.Key, []).TrialOf(group));

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
        return trial.Decide(Holm.Rejects([trial.ConfirmationPValue], Family, LookRules.WholeRunError)[0]);
    }

    private Trial TrialOf(IEnumerable<CalibrationLine> lines)
    {
        var trial = new Trial(Subject, rules);
        foreach (var line in lines)
        {
            if (line.Round == 1)
            {
                trial.AddFirst(line.ToPaired());
            }
            else
            {
                trial.AddSecond(line.ToPaired());
            }
        }

        return trial;
    }

    private bool IsComplete(Trial trial) =>
        trial.FirstLaunches >= rules.FirstRound && (!trial.IsDoubted || trial.SecondLaunches >= rules.SecondRound);
}
