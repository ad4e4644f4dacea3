using KeyedState.Results;

namespace KeyedState.Regression;

/// <summary>
/// Comparisons whose answer is known: base against itself for one state of each order of magnitude, and a planted slowdown. A
/// gate that alarms on the first or misses the second can't judge anything on this machine now.
/// </summary>
internal sealed class SelfTest
{
    /// <summary>How many comparisons there usually are: states of three orders of magnitude, and one that something is planted into.</summary>
    public const int UsualSubjects = 4;

    // A processor hides about half of a delay behind what it does meanwhile, so this is felt as twice what the gate must see:
    // whoever misses it sees nothing, and half the launches are enough to tell.
    private const double PlantedThresholds = 4;

    // Under a load the processor is idle most of the time, and the delay of a slow operation is felt whole.
    private const double PlantedThresholdsUnderLoad = 2;
    private const int ShareOfLaunches = 2;

    /// <summary>How many pairs of launches they have.</summary>
    public static int Launches(LookRules rules) => rules.FirstRound / ShareOfLaunches;

    private readonly LookSetup setup;
    private readonly PublishedBuild @base;
    private readonly SlicePilots pilots;
    private readonly TimedLaunches launches;
    private readonly CancellationToken cancellation;
    private readonly ComparedState[] subjects;
    private Dictionary<ComparedState, Trial> first = [];
    private Dictionary<ComparedState, Trial> again = [];

    /// <summary>Chooses the comparisons.</summary>
    /// <param name="comparison">What the look has compared, its first round ended.</param>
    /// <param name="base">The build that runs against itself.</param>
    /// <param name="launches">Who ends the launches in time.</param>
    /// <param name="hello">Who the base's worker is.</param>
    /// <param name="cancellation">Ends them between two slices.</param>
    public SelfTest(LookTrials comparison, PublishedBuild @base, TimedLaunches launches, HelloReply hello, CancellationToken cancellation)
    {
        (setup, pilots) = (comparison.Setup, comparison.Pilots);
        (this.@base, this.launches, this.cancellation) = (@base, launches, cancellation);
        var costs = comparison.Trials.Select(trial => trial.Row(false)).ToDictionary(row => row.State, row => row.BaseNanoseconds);
        var states = comparison.States.Where(state => !state.IsLimit).Select(state => state.Name)
            .Where(name => costs.GetValueOrDefault(name) is not null)
            .GroupBy(name => Math.Floor(Math.Log10(costs[name]!.Value)))
            .Select(group => group.First())
            .ToArray();
        var fastest = states.MinBy(name => costs[name]);
        subjects =
        [
            .. states.Select(name => new ComparedState(name)),
            .. fastest is null ? [] : new[] { new ComparedState(fastest, WorkerProtocol.DelayPlant, 0, DelayTurns.Of(costs[fastest]!.Value, Planted, setup, hello)) },
        ];
    }

    /// <summary>How each came out.</summary>
    public IReadOnlyList<GateSelfTest> Outcomes =>
        [.. subjects.Select(subject => Outcome(again.GetValueOrDefault(subject) ?? first[subject], again.ContainsKey(subject) ? 2 : 1))];

    /// <summary>Runs the comparisons.</summary>
    /// <param name="reserved">How much of the run's time is for what comes afterwards, in seconds.</param>
    /// <param name="random">Decides every order.</param>
    public void Run(double reserved, Random random) => first = Attempt(subjects, reserved, random);

    /// <summary>Runs those that failed once more.</summary>
    /// <param name="reserved">How much of the run's time is for what comes afterwards, in seconds.</param>
    /// <param name="random">Decides every order.</param>
    public void Repeat(double reserved, Random random) => again = Attempt([.. subjects.Where(subject => !Passes(first[subject]))], reserved, random);

    private Dictionary<ComparedState, Trial> Attempt(ComparedState[] attempted, double reserved, Random random)
    {
        var trials = attempted.ToDictionary(subject => subject, subject => new Trial(subject, setup.Rules));
        if (attempted.Length > 0)
        {
            var worker = @base.Worker(PublishedBuild.BaseLabel, setup.Settings);
            var series = new LaunchSeries(worker, worker, pilots, setup.Bind, setup.Bound, cancellation);
            foreach (var paired in launches.Run(series, attempted, [], Launches(setup.Rules), reserved, random))
            {
                trials[paired.Subject].AddFirst(paired);
            }
        }

        return trials;
    }

    private double Planted => Math.Exp((setup.Load is null ? PlantedThresholds : PlantedThresholdsUnderLoad) * setup.Rules.Threshold);

    private static bool IsPlanted(Trial trial) => trial.Subject.Plant is not null;

    private static bool Passes(Trial trial) => trial.First is not null && (IsPlanted(trial) ? trial.IsDoubtedSlower : !trial.IsDoubted);

    private GateSelfTest Outcome(Trial trial, int attempts) => new(
        trial.Subject.State,
        setup.Rules.Look,
        IsPlanted(trial) ? Planted : 1,
        trial.First?.Ratio,
        Passes(trial),
        attempts);
}
