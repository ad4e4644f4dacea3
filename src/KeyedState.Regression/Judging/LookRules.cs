using KeyedState.Results;

namespace KeyedState.Regression;

/// <summary>What a look must see, and how it is taken.</summary>
/// <param name="Look">The look.</param>
/// <param name="Threshold">The effect that the gate is asked to see, as a log ratio.</param>
/// <param name="Unimportant">
/// The effect up to which an alarm is never raised, as a log ratio: unrelated changes move code and data by so much.
/// </param>
/// <param name="FirstRound">Pairs of launches in the first round.</param>
/// <param name="SecondRound">Pairs of launches in the second, which only what the first doubts takes part in.</param>
/// <param name="MostStates">How many states it compares unless they are asked for by name.</param>
/// <param name="SliceMilliseconds">How long a slice is.</param>
/// <param name="ShortestSliceMilliseconds">How long it is at least, however little time there is.</param>
public sealed record LookRules(
    Look Look, double Threshold, double Unimportant, int FirstRound, int SecondRound, int MostStates, double SliceMilliseconds, double ShortestSliceMilliseconds)
{
    /// <summary>The fewest launches of a second round. With fewer, an interval says little of its own width.</summary>
    public const int FewestSecondRound = 16;

    /// <summary>The largest probability that one round finds an effect beyond the unimportant that is not.</summary>
    public const double DoubtError = 0.05;

    /// <summary>The largest probability that a whole run alarms although nothing has changed, over all states and looks.</summary>
    public const double WholeRunError = 0.01;

    /// <summary>The confidence of printed intervals.</summary>
    public const double Confidence = 0.99;

    /// <summary>How many comparisons a run of the gate usually makes, which is what the second round's evidence must stand against.</summary>
    public const int UsualFamily = 30;

    private const int FewestFirstRound = 12;

    // Both rounds must find an effect that is to be visible with 95 % probability.
    private const double PowerOfARound = 0.975;

    /// <summary>
    /// One core: fine, with launches enough to average out what each one's layout moves. Slices are short, since more launches say
    /// more than longer slices; they are some hundred times as long as the workers take to start and end. What it sees and how often it errs
    /// is counted on the page that <c>gate --calibrate</c> writes.
    /// </summary>
    public static LookRules OneCore { get; } = new(Look.OneCore, Math.Log(1.03), Math.Log(1.01), FirstRound: 36, SecondRound: 56, MostStates: int.MaxValue, SliceMilliseconds: 5, ShortestSliceMilliseconds: 5);

    /// <summary>
    /// All cores: coarse, for what one core can't see. It compares few states, so that its slices are long. The page of
    /// <c>gate --calibrate</c> has the counts of this look too.
    /// </summary>
    public static LookRules AllCores { get; } = new(Look.AllCores, Math.Log(1.20), Math.Log(1.05), FirstRound: 22, SecondRound: 28, MostStates: 6, SliceMilliseconds: 40, ShortestSliceMilliseconds: 10);

    /// <summary>
    /// The slowest hundredth at a common rate: coarser still, since what decides it is when threads are woken. A slice is a window of
    /// an open loop with twenty operations beyond the percentile at least. An own page of <c>gate --calibrate</c> has its counts.
    /// </summary>
    public static LookRules Latency { get; } = new(Look.Latency, Math.Log(1.50), Math.Log(1.10), FirstRound: 16, SecondRound: 20, MostStates: 6, SliceMilliseconds: 400, ShortestSliceMilliseconds: 100);

    /// <summary>The rules with slices that are a millisecond shorter; null where they are as short as can be.</summary>
    public LookRules? ShorterSlices => SliceMilliseconds <= ShortestSliceMilliseconds
        ? null
        : this with { SliceMilliseconds = Math.Max(ShortestSliceMilliseconds, SliceMilliseconds - 1) };

    /// <summary>The rules with a launch less in the first round, and as many in the second as go with it; null where there are as few as can be.</summary>
    public LookRules? FewerLaunches => FirstRound <= FewestFirstRound
        ? null
        : this with { FirstRound = FirstRound - 1, SecondRound = Math.Min(SecondRound, Math.Max(FewestSecondRound, SecondRound * (FirstRound - 1) / FirstRound)) };

    /// <summary>A look as a record keeps it, with how many launches these rules give it and how long its slices are.</summary>
    /// <param name="look">The look without that.</param>
    public GateLook Described(GateLook look)
    {
        ArgumentNullException.ThrowIfNull(look);
        return look with { FirstRound = FirstRound, SecondRound = SecondRound, SliceMilliseconds = SliceMilliseconds };
    }

    /// <summary>The same rules with the launches and slices of a record.</summary>
    /// <param name="look">What <see cref="Described"/> gave.</param>
    public LookRules As(GateLook look)
    {
        ArgumentNullException.ThrowIfNull(look);
        return this with { FirstRound = look.FirstRound, SecondRound = look.SecondRound, SliceMilliseconds = look.SliceMilliseconds };
    }

    /// <summary>The smallest slowdown, as a log ratio, that would be called one with 95 % probability: both rounds must find it.</summary>
    /// <param name="effect">What the first round estimated; its standard error decides.</param>
    /// <param name="unimportant">The unimportant effect, widened by the noise of this run where that is larger.</param>
    /// <param name="secondRound">How many pairs of launches the second round has.</param>
    public double SmallestVisible(Effect effect, double unimportant, int secondRound)
    {
        ArgumentNullException.ThrowIfNull(effect);
        var power = effect.Quantile(PowerOfARound);
        var doubted = unimportant + ((effect.Quantile(1 - DoubtError) + power) * effect.StandardError);
        var secondError = effect.StandardError * Math.Sqrt((double)FirstRound / secondRound);
        var confirmed = (effect.Quantile(1 - (WholeRunError / UsualFamily)) + power) * secondError;
        return Math.Max(doubted, confirmed);
    }
}
