using KeyedState.Results;

namespace KeyedState.Regression;

/// <summary>The comparison of one subject in one look: a first round, and a second of fresh launches when the first has doubts.</summary>
/// <param name="subject">What is compared.</param>
/// <param name="rules">The look's rules.</param>
public sealed class Trial(ComparedState subject, LookRules rules)
{
    private readonly List<PairedLaunch> first = [];
    private readonly List<PairedLaunch> second = [];
    private readonly List<PairedLaunch> overloaded = [];

    /// <summary>What is compared.</summary>
    public ComparedState Subject => subject;

    /// <summary>The look's rules.</summary>
    public LookRules Rules => rules;

    /// <summary>The pairs of launches of both rounds.</summary>
    public IEnumerable<PairedLaunch> Launches => first.Concat(second);

    /// <summary>How many pairs of launches the first round has.</summary>
    public int FirstLaunches => first.Count;

    /// <summary>How many pairs of launches the second round has.</summary>
    public int SecondLaunches => second.Count;

    /// <summary>The first round's effect; null while it has too few launches.</summary>
    public Effect? First => EffectOf(first);

    /// <summary>The second round's effect; null when there was none.</summary>
    public Effect? Second => EffectOf(second);

    /// <summary>The newest round's effect, which the printed figures are of.</summary>
    public Effect? Newest => Second ?? First;

    /// <summary>
    /// The effect up to which no alarm is raised, as a log ratio: the look's, or how far the comparison moved while it was
    /// made where that is more.
    /// </summary>
    public double Unimportant => Math.Max(rules.Unimportant, RunNoise.Of(first, rules.Look));

    /// <summary>Whether the first round says that head is slower, though it may be chance.</summary>
    public bool IsDoubtedSlower => First?.PValueAbove(Unimportant) <= LookRules.DoubtError;

    /// <summary>Whether the first round says that head is faster, though it may be chance.</summary>
    public bool IsDoubtedFaster => First?.Reversed().PValueAbove(Unimportant) <= LookRules.DoubtError;

    /// <summary>Whether a second round is due.</summary>
    public bool IsDoubted => IsDoubtedSlower || IsDoubtedFaster;

    /// <summary>
    /// How probable the second round is, at most, if there is no difference at all; 1 unless it agrees with the first that
    /// there is one, in the same direction and beyond the unimportant. This is what the whole run's error is bounded by.
    /// </summary>
    public double ConfirmationPValue => Second is { } second && IsDoubted ? PValueOf(IsDoubtedSlower ? second : second.Reversed()) : 1;

    /// <summary>
    /// Why there is no verdict, whatever the figures say: a build did not bear the load in half of the launches or more, or most times are too
    /// short for the clock in both. Where that is so in one build only, the other is held against the shortest time that the clock can tell.
    /// </summary>
    public Unjudged? NotJudged =>
        overloaded.Count > 0 && overloaded.Count >= Launches.Count() ? (overloaded.Count(launch => launch.Base.Count == 0) * 2 >= overloaded.Count ? Unjudged.Overloaded : Unjudged.OverloadedInHead)
        : Launches.Count(launch => launch.IsBelowResolution) * 2 > Launches.Count() ? Unjudged.BelowResolution
        : null;

    /// <summary>Adds a pair of launches to the first round. One whose load was not borne counts apart.</summary>
    public void AddFirst(PairedLaunch launch) => Add(launch, first);

    /// <summary>Adds a pair of launches to the second round, likewise.</summary>
    public void AddSecond(PairedLaunch launch) => Add(launch, second);

    /// <summary>The verdict.</summary>
    /// <param name="confirmed">Whether the second round confirmed the first's doubt, judged over the whole run.</param>
    public Verdict Decide(bool confirmed)
    {
        if (confirmed)
        {
            return IsDoubtedSlower ? Verdict.Slower : Verdict.Faster;
        }

        if (Newest is not { } effect || Unimportant > rules.Threshold)
        {
            return Verdict.Undecided;
        }

        var (lower, upper) = effect.Interval(LookRules.Confidence);
        return Math.Max(-lower, upper) <= rules.Threshold ? Verdict.NoDifference : Verdict.Undecided;
    }

    /// <summary>The line that the gate prints.</summary>
    /// <param name="confirmed">Whether the second round confirmed the first's doubt, judged over the whole run.</param>
    public GateRow Row(bool confirmed)
    {
        if (NotJudged is { } reason)
        {
            return new GateRow { State = subject.State, Look = rules.Look, Verdict = Verdict.Undecided, NotJudged = reason };
        }

        if (Newest is not { } effect)
        {
            return new GateRow { State = subject.State, Look = rules.Look, Verdict = Verdict.Undecided, Failure = "too few launches ended" };
        }

        var (lower, upper) = effect.Interval(LookRules.Confidence);
        return new GateRow
        {
            State = subject.State,
            Look = rules.Look,
            Verdict = Decide(confirmed),
            Ratio = effect.Ratio,
            Lower = Math.Exp(lower),
            Upper = Math.Exp(upper),
            SmallestVisible = Math.Exp(rules.SmallestVisible(First!, Unimportant, Second is null ? rules.SecondRound : second.Count)),
            Unimportant = Math.Exp(Unimportant),
            BaseNanoseconds = MedianTime(launch => launch.Base),
            HeadNanoseconds = MedianTime(launch => launch.Head),
            Launches = effect.Launches,
            Round = Second is null ? 1 : 2,
            Unconfirmed = IsDoubtedSlower && !confirmed && second.Count < Math.Min(LookRules.FewestSecondRound, rules.SecondRound),
        };
    }

    private void Add(PairedLaunch launch, List<PairedLaunch> round)
    {
        ArgumentNullException.ThrowIfNull(launch);
        var borne = launch.WithoutOverload();
        (borne is { Base.Count: > 0, Head.Count: > 0 } ? round : overloaded).Add(borne);
    }

    private double PValueOf(Effect effect) => effect.PValueAbove(Unimportant) <= LookRules.DoubtError ? effect.PValueAbove(0) : 1;

    private Effect? EffectOf(List<PairedLaunch> launches) =>
        launches.Count < Effect.FewestLaunches ? null : Effect.Of([.. launches.Select(launch => launch.LogRatio(rules.Look))]);

    private double MedianTime(Func<PairedLaunch, IReadOnlyList<Slice>> side) =>
        Math.Exp(Median.Of([.. Launches.Select(launch => PairedLaunch.LogTime(side(launch), rules.Look))]));
}
