namespace KeyedState.Regression;

/// <summary>Base against head in one look, over all states that both have.</summary>
internal sealed class LookTrials
{
    private readonly LookSetup setup;
    private readonly Campaign campaign;
    private readonly Dictionary<Subject, Trial> trials;

    public LookTrials(LookSetup setup, PublishedBuild @base, PublishedBuild head, IReadOnlyList<WorkerState> states, SlicePilots pilots, CancellationToken cancellation)
    {
        this.setup = setup;
        States = states;
        campaign = new Campaign(
            @base.Worker(PublishedBuild.BaseLabel, setup.Settings), head.Worker(PublishedBuild.HeadLabel, setup.Settings), pilots, setup.Bind, setup.Bound, cancellation);
        trials = states.Select(state => new Subject(state.Name)).ToDictionary(subject => subject, subject => new Trial(subject, setup.Rules));
    }

    /// <summary>The look.</summary>
    public LookRules Rules => setup.Rules;

    /// <summary>The states that it compares.</summary>
    public IReadOnlyList<WorkerState> States { get; }

    /// <summary>A trial for each state, in the order of the states.</summary>
    public IEnumerable<Trial> Trials => trials.Values;

    /// <summary>The states that failed in the workers, with what was wrong.</summary>
    public IReadOnlyDictionary<string, WorkerException> Failures => campaign.GivenUp.ToDictionary(failure => failure.Key.State, failure => failure.Value);

    public void RunFirst(Random random, Action<string> say)
    {
        foreach (var paired in campaign.Run([.. trials.Keys], [], Rules.FirstRound, random, Told(say, "first round", Rules.FirstRound)))
        {
            trials[paired.Subject].AddFirst(paired);
        }
    }

    public void RunSecond(Random random, Action<string> say)
    {
        var doubted = trials.Values.Where(trial => trial.IsDoubted).Select(trial => trial.Subject).ToArray();
        if (doubted.Length > 0)
        {
            say($"{Rules.Look.Name}: a second round for {string.Join(", ", doubted.Select(subject => subject.State))}.");
            foreach (var paired in campaign.Run(doubted, [.. trials.Keys.Except(doubted)], Rules.SecondRound, random, Told(say, "second round", Rules.SecondRound)))
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
