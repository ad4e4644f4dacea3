using KeyedState.Regression;

namespace KeyedState.Benchmarks.Gate;

/// <summary>An experiment under way: comparison after comparison, each with a second round for what its first doubts.</summary>
internal sealed class RunningExperiment
{
    private readonly string path;
    private readonly PublishedBuild @base;
    private readonly SlicePilots pilots;
    private readonly LaunchSeries series;
    private readonly Random random;
    private readonly List<CalibrationLaunch> current;
    private IReadOnlyList<ComparedState> subjects;

    /// <summary>Goes on where the launches on disk end.</summary>
    public RunningExperiment(
        Experiment experiment, string path, PublishedBuild @base, PublishedBuild head, Random random, CancellationToken cancellation)
    {
        Experiment = experiment;
        this.path = path;
        this.@base = @base;
        this.random = random;
        var worker = @base.Worker("base", experiment.Look.Settings);
        pilots = new SlicePilots(worker, experiment.Look.Rules.SliceMilliseconds, experiment.Look.Bind, cancellation, experiment.Look.Load);
        series = new LaunchSeries(
            worker, head.Worker("head", experiment.Look.Settings), pilots, experiment.Look.Bind, experiment.Look.Bound, cancellation);
        var launches = CalibrationFile.Load(path);
        Comparisons = launches.Count == 0 ? 0 : launches.Max(launch => launch.Comparison);
        current = [.. launches.Where(launch => launch.Comparison == Comparisons)];
        subjects = [.. launches.SelectMany(launch => launch.Pairs).Select(pair => pair.Subject).Distinct()];
    }

    /// <summary>The experiment.</summary>
    public Experiment Experiment { get; }

    /// <summary>How many comparisons are complete.</summary>
    public int Comparisons { get; private set; }

    /// <summary>How far it is, from 0 to 1.</summary>
    public double Share => (Comparisons + ((double)Launched(1) / (Rules.FirstRound + 1))) / Experiment.Comparisons;

    /// <summary>Whether every comparison is complete.</summary>
    public bool IsDone => Comparisons >= Experiment.Comparisons;

    /// <summary>How long what is left takes, in seconds, if the first rounds doubt what they should.</summary>
    /// <param name="pace">How long a pair of launches of the look takes.</param>
    /// <param name="rehearsed">How many subjects that was measured with.</param>
    public double SecondsLeft(LaunchPace pace, int rehearsed)
    {
        var launches = Rules.FirstRound + (Experiment.Kind == ExperimentKind.Planted ? Rules.SecondRound : 0);
        var count = subjects.Count > 0 ? subjects.Count : Experiment.UsualSubjects;
        return Math.Max(0, Experiment.Comparisons - Comparisons) * launches * pace.Seconds(count, 0, rehearsed, 0);
    }

    /// <summary>How long a pair of launches of it takes, by two that are not kept, and how many subjects that is with.</summary>
    public (LaunchPace Pace, int Subjects) Rehearse()
    {
        subjects = subjects.Count > 0 ? subjects : Choose();
        return (LaunchPace.Measure(series, subjects, random, TimeProvider.System), subjects.Count);
    }

    private LookRules Rules => Experiment.Look.Rules;

    /// <summary>Runs one pair of launches and keeps it.</summary>
    /// <returns>Whether that completed a comparison.</returns>
    public bool RunLaunch()
    {
        if (subjects.Count == 0)
        {
            subjects = Choose();
        }

        var round = Launched(1) < Rules.FirstRound ? 1 : 2;
        var launch = Launched(round);
        var wanted = round == 1 ? subjects : Doubted();
        if (wanted.Count > 0 && (round == 1 || launch < Rules.SecondRound))
        {
            var pairs = series.Run(wanted, [.. subjects.Except(wanted)], 1, random).Select(paired => paired.WithoutOverload())
                .Where(paired => paired is { Base.Count: > 0, Head.Count: > 0 }).Select(CalibrationPair.Of).ToArray();
            if (pairs.Length == 0)
            {
                throw series.GivenUp.Values.FirstOrDefault() ?? new WorkerException("base", "did not bear the load on this machine now; start again when it is quieter.");
            }

            var ended = new CalibrationLaunch(Comparisons, round, pairs);
            CalibrationFile.Append(path, ended);
            current.Add(ended);
            return false;
        }

        Comparisons++;
        current.Clear();
        return true;
    }

    private int Launched(int round) => current.Count(launch => launch.Round == round);

    private ComparedState[] Doubted() => [.. CalibrationPool.TrialsOf(Rules, current).Where(trial => trial.IsDoubted).Select(trial => trial.Subject)];

    private IReadOnlyList<ComparedState> Choose()
    {
        HelloReply hello;
        using (Experiment.Look.Bind())
        using (var pair = LaunchPair.Start(@base.Worker("base", Experiment.Look.Settings), @base.Worker("base", Experiment.Look.Settings), random))
        {
            hello = pair.Base;
        }

        return Experiment.Subjects(hello, (states, effects) => Experiment.Look.Load is null
            ? DelaySizes.Choose(states, effects, series, hello, Rules.Look, random)
            : DelaysUnderLoad(states, effects, hello));
    }

    // No search as on one core, where a processor hides an unknown part: what they come to is counted, and that is enough where the look is coarse.
    private ComparedState[] DelaysUnderLoad(IReadOnlyList<string> states, IReadOnlyList<double> effects, HelloReply hello)
    {
        pilots.Learn(states);
        return
        [
            .. from state in states
               let cost = pilots.Of(state).Nanoseconds
               from effect in effects
               select new ComparedState(state, WorkerProtocol.DelayPlant, 0, DelayTurns.Of(cost, Math.Exp(effect), Experiment.Look, hello)),
        ];
    }
}
