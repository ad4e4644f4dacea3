using KeyedState.Results;

namespace KeyedState.Regression;

/// <summary>
/// Comparisons whose answer is known: base against itself for one state of each order of magnitude, and a planted slowdown. A
/// gate that alarms on the first or misses the second can't judge anything on this machine now.
/// </summary>
internal sealed class SelfTest(LookSetup setup, PublishedBuild @base, SlicePilots pilots, CancellationToken cancellation)
{
    /// <summary>How many comparisons there usually are: states of three orders of magnitude, and one that something is planted into.</summary>
    public const int UsualSubjects = 4;

    // A processor hides about half of a delay behind what it does meanwhile, so this is felt as twice what the gate must see:
    // whoever misses it sees nothing, and half the launches are enough to tell.
    private const double PlantedThresholds = 4;
    private const int ShareOfLaunches = 2;

    /// <summary>How many pairs of launches they have.</summary>
    public static int Launches(LookRules rules) => rules.FirstRound / ShareOfLaunches;

    /// <summary>Runs the comparisons, those that fail once more.</summary>
    /// <param name="compared">The states to choose from.</param>
    /// <param name="costOf">The base's time for an operation of a state in this look, in nanoseconds; null where it is not known.</param>
    /// <param name="hello">Who the base's worker is.</param>
    /// <param name="random">Decides every order.</param>
    public IReadOnlyList<GateSelfTest> Run(IReadOnlyList<WorkerState> compared, Func<string, double?> costOf, HelloAnswer hello, Random random)
    {
        var states = compared.Where(state => !state.IsLimit).Select(state => state.Name)
            .Where(name => costOf(name) is not null)
            .GroupBy(name => Math.Floor(Math.Log10(costOf(name)!.Value)))
            .Select(group => group.First())
            .ToArray();
        var fastest = states.MinBy(name => costOf(name));
        Subject[] subjects =
        [
            .. states.Select(name => new Subject(name)),
            .. fastest is null ? [] : new[] { new Subject(fastest, WorkerProtocol.DelayPlant, 0, DelayTurns.Of(costOf(fastest)!.Value, Math.Exp(PlantedThresholds * setup.Rules.Threshold), setup, hello)) },
        ];
        var first = Attempt(subjects, random);
        var again = Attempt([.. subjects.Where(subject => !Passes(first[subject]))], random);
        return [.. subjects.Select(subject => Outcome(again.GetValueOrDefault(subject) ?? first[subject], again.ContainsKey(subject) ? 2 : 1))];
    }

    private Dictionary<Subject, Trial> Attempt(Subject[] subjects, Random random)
    {
        var trials = subjects.ToDictionary(subject => subject, subject => new Trial(subject, setup.Rules));
        if (subjects.Length > 0)
        {
            var worker = @base.Worker(PublishedBuild.BaseLabel, setup.Settings);
            var campaign = new Campaign(worker, worker, pilots, setup.Bind, setup.Bound, cancellation);
            foreach (var paired in campaign.Run(subjects, [], Launches(setup.Rules), random))
            {
                trials[paired.Subject].AddFirst(paired);
            }
        }

        return trials;
    }

    private static bool IsPlanted(Trial trial) => trial.Subject.Plant is not null;

    private static bool Passes(Trial trial) => trial.First is not null && (IsPlanted(trial) ? trial.IsDoubtedSlower : !trial.IsDoubted);

    private GateSelfTest Outcome(Trial trial, int attempts) => new(
        trial.Subject.State,
        setup.Rules.Look,
        IsPlanted(trial) ? Math.Exp(PlantedThresholds * setup.Rules.Threshold) : 1,
        trial.First?.Ratio,
        Passes(trial),
        attempts);
}
