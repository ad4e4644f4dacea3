using KeyedState.Results;

namespace KeyedState.Regression;

/// <summary>Base against head in one look, over the states that it compares.</summary>
internal sealed class LookTrials
{
    private readonly LookSetup setup;
    private readonly PlannedLook plan;
    private readonly Campaign campaign;
    private readonly Dictionary<Subject, Trial> trials;

    /// <summary>Makes ready.</summary>
    /// <param name="setup">How the look is taken.</param>
    /// <param name="plan">What it is going to do.</param>
    /// <param name="states">The states to compare.</param>
    /// <param name="subjects">The same, with what is planted into them.</param>
    /// <param name="pilots">Who knows how much work a slice of the plan is.</param>
    /// <param name="campaign">What drives them, by these pilots.</param>
    public LookTrials(LookSetup setup, PlannedLook plan, IReadOnlyList<WorkerState> states, IReadOnlyList<Subject> subjects, SlicePilots pilots, Campaign campaign)
    {
        this.setup = setup;
        this.plan = plan;
        this.campaign = campaign;
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
    public IReadOnlyDictionary<string, WorkerException> Failures => campaign.GivenUp.ToDictionary(failure => failure.Key.State, failure => failure.Value);

    /// <summary>The look as a record keeps it, with how it was taken.</summary>
    /// <param name="look">What was asked of it.</param>
    public GateLook Stored(GateLook look) => look with { FirstRound = Rules.FirstRound, SliceMilliseconds = Rules.SliceMilliseconds };

    /// <summary>Runs the first round.</summary>
    public void RunFirst(Random random, Action<string> say)
    {
        foreach (var paired in campaign.Run([.. trials.Keys], [], Rules.FirstRound, random, Told(say, "first round", Rules.FirstRound)))
        {
            trials[paired.Subject].AddFirst(paired);
        }
    }

    /// <summary>Runs the second round, if the first has doubts.</summary>
    public void RunSecond(Random random, Action<string> say)
    {
        var doubted = trials.Values.Where(trial => trial.IsDoubted).Select(trial => trial.Subject).ToArray();
        if (doubted.Length > 0)
        {
            var launches = plan.SecondRound(doubted.Length);
            say($"{Rules.Look.Name}: a second round for {string.Join(", ", doubted.Select(subject => subject.State))}.");
            foreach (var paired in campaign.Run(doubted, [.. trials.Keys.Except(doubted)], launches, random, Told(say, "second round", launches)))
            {
                trials[paired.Subject].AddSecond(paired);
            }
        }
    }

    private Action<int> Told(Action<string> say, string round, int launches) => done =>
    {
        const int Steps = 4;
        if (done * Steps / launches != (done - 1) * Steps / launches)
        {
            say($"{Rules.Look.Name}: {round}, {done} of {launches} pairs of launches.");
        }
    };
}
