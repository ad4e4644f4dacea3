using KeyedState.Results;

namespace KeyedState.Regression;

/// <summary>Base against head in one look, over the states that it compares.</summary>
internal sealed class LookTrials
{
    private readonly LookSetup setup;
    private readonly PlannedLook plan;
    private readonly LaunchSeries series;
    private readonly TimedLaunches launches;
    private readonly Dictionary<ComparedState, Trial> trials;

    /// <summary>Makes ready.</summary>
    /// <param name="setup">How the look is taken.</param>
    /// <param name="plan">What it is going to do.</param>
    /// <param name="states">The states to compare.</param>
    /// <param name="subjects">The same, with what is planted into them.</param>
    /// <param name="pilots">Who knows how much work a slice of the plan is.</param>
    /// <param name="series">What drives them, by these pilots.</param>
    /// <param name="launches">Who ends the launches in time.</param>
    public LookTrials(
        LookSetup setup, PlannedLook plan, IReadOnlyList<WorkerState> states, IReadOnlyList<ComparedState> subjects, SlicePilots pilots, LaunchSeries series, TimedLaunches launches)
    {
        this.setup = setup;
        this.plan = plan;
        this.series = series;
        this.launches = launches;
        States = states;
        Pilots = pilots;
        trials = subjects.ToDictionary(subject => subject, subject => new Trial(subject, plan.Rules));
    }

    /// <summary>How the look is taken, by the rules of the plan.</summary>
    public LookSetup Setup => setup with { Rules = plan.Rules };

    /// <summary>The look's rules.</summary>
    public LookRules Rules => plan.Rules;

    /// <summary>The states that it compares.</summary>
    public IReadOnlyList<WorkerState> States { get; }

    /// <summary>Who knows how much work a slice is.</summary>
    public SlicePilots Pilots { get; }

    /// <summary>A trial for each state, in the order of the states.</summary>
    public IEnumerable<Trial> Trials => trials.Values;

    /// <summary>The states that failed in the workers, with what was wrong.</summary>
    public IReadOnlyDictionary<string, WorkerException> Failures => series.GivenUp.ToDictionary(failure => failure.Key.State, failure => failure.Value);

    /// <summary>The failures of the head, a state once; some of these states may have been measured all the same.</summary>
    public IEnumerable<(ComparedState Subject, WorkerException Failure)> FailuresOfHead => series.FailuresOfHead;

    /// <summary>The look as a record keeps it, with how it was taken.</summary>
    /// <param name="look">What was asked of it.</param>
    public GateLook Stored(GateLook look) => Rules.Described(look);

    /// <summary>Runs the first round.</summary>
    /// <param name="later">How much time what comes after this look is to have, in seconds.</param>
    /// <param name="random">Decides every order.</param>
    /// <param name="report">Told how far it is.</param>
    public void RunFirst(double later, Random random, Action<string> report)
    {
        series.Learn(trials.Keys);
        var reserved = plan.SelfTestSeconds + plan.SecondRoundSeconds + later;
        foreach (var paired in launches.Run(series, [.. trials.Keys], [], Rules.FirstRound, reserved, random, Told(report, "first round", Rules.FirstRound)))
        {
            trials[paired.Subject].AddFirst(paired);
        }
    }

    /// <summary>Runs the second round, if the first has doubts.</summary>
    /// <param name="later">How much time what comes after this look is to have, in seconds.</param>
    /// <param name="random">Decides every order.</param>
    /// <param name="report">Told how far it is.</param>
    public void RunSecond(double later, Random random, Action<string> report)
    {
        var doubted = trials.Values.Where(trial => trial.IsDoubted).Select(trial => trial.Subject).ToArray();
        if (doubted.Length > 0)
        {
            var most = plan.SecondRound(doubted.Length);
            report($"On {Rules.Look.Name}: a second round for {string.Join(", ", doubted.Select(subject => subject.State))}.");
            foreach (var paired in launches.Run(series, doubted, [.. trials.Keys.Except(doubted)], most, later, random, Told(report, "second round", most)))
            {
                trials[paired.Subject].AddSecond(paired);
            }
        }
    }

    private Action<int> Told(Action<string> report, string round, int most) => done =>
    {
        const int Steps = 4;
        if (done * Steps / most != (done - 1) * Steps / most)
        {
            report($"On {Rules.Look.Name}: {round}, {done} of {most} pairs of launches.");
        }
    };
}
