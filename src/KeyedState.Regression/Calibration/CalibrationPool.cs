using KeyedState.Results;

namespace KeyedState.Regression;

/// <summary>All launches of one subject in one experiment, and the comparisons that they make up.</summary>
/// <param name="rules">The look's rules.</param>
/// <param name="subject">The subject.</param>
/// <param name="launches">The pairs of launches in the order in which they ran.</param>
public sealed class CalibrationPool(LookRules rules, Subject subject, IReadOnlyList<PairedLaunch> launches)
{
    /// <summary>How many comparisons a gate makes at once: what Holm's procedure is told here.</summary>
    public const int Family = 30;

    /// <summary>The subject.</summary>
    public Subject Subject => subject;

    /// <summary>The effect over all launches; null with too few.</summary>
    public Effect? Truth => launches.Count < Effect.FewestLaunches ? null : Effect.Of([.. launches.Select(launch => launch.LogRatio)]);

    /// <summary>Comparisons of launches of their own, as many as there are launches for both rounds of each.</summary>
    public IReadOnlyList<Trial> Comparisons { get; } =
    [
        .. launches.Chunk(rules.FirstRound + rules.SecondRound)
            .Where(chunk => chunk.Length == rules.FirstRound + rules.SecondRound)
            .Select(chunk => TrialOf(rules, subject, chunk)),
    ];

    /// <summary>A comparison of launches that are drawn from all by their numbers.</summary>
    /// <param name="numbers">As many as both rounds have; numbers beyond the launches start again at 0.</param>
    public Trial Draw(IReadOnlyList<int> numbers) => TrialOf(rules, subject, [.. numbers.Select(number => launches[number % launches.Count])]);

    /// <summary>The verdict of a comparison as one of a family.</summary>
    /// <param name="trial">The comparison.</param>
    public static Verdict VerdictOf(Trial trial)
    {
        ArgumentNullException.ThrowIfNull(trial);
        return trial.Decide(Holm.Rejects([trial.ConfirmationPValue], Family, LookRules.WholeRunError)[0]);
    }

    private static Trial TrialOf(LookRules rules, Subject subject, PairedLaunch[] launches)
    {
        var trial = new Trial(subject, rules);
        foreach (var launch in launches[..rules.FirstRound])
        {
            trial.AddFirst(launch);
        }

        if (trial.IsDoubted)
        {
            foreach (var launch in launches[rules.FirstRound..])
            {
                trial.AddSecond(launch);
            }
        }

        return trial;
    }
}
