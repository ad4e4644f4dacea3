namespace KeyedState.Regression;

/// <summary>What a look is going to do, and how long that takes.</summary>
/// <param name="Rules">The look's rules, with as many launches and as long slices as the time holds.</param>
/// <param name="States">How many states it compares; 1 or more.</param>
/// <param name="Pace">How long a pair of launches takes with slices of the shortest length.</param>
public sealed record PlannedLook(LookRules Rules, int States, LaunchPace Pace)
{
    // A change is rarely seen in more states than these; where it is, the second round has fewer launches and needs fewer.
    private const int ShareOfStatesDoubted = 8;

    /// <summary>How long it takes, in seconds, its self-tests and a second round with them.</summary>
    public double Seconds => (Rules.FirstRound * LaunchSeconds(States, 0)) + SelfTestSeconds + SecondRoundSeconds;

    /// <summary>How long its self-tests take, in seconds, if none fails.</summary>
    public double SelfTestSeconds => SelfTest.Launches(Rules) * LaunchSeconds(Math.Min(SelfTest.UsualSubjects, States + 1), 0);

    /// <summary>How much time its second round has, in seconds.</summary>
    public double SecondRoundSeconds => Rules.SecondRound * SecondLaunch(UsuallyDoubted);

    private int UsuallyDoubted => (States + ShareOfStatesDoubted - 1) / ShareOfStatesDoubted;

    /// <summary>How many launches the second round has, so that it takes no longer than was planned.</summary>
    /// <param name="doubted">How many states take part in it; 1 or more.</param>
    public int SecondRound(int doubted) =>
        (int)Math.Clamp(SecondRoundSeconds / SecondLaunch(doubted), Math.Min(LookRules.FewestSecondRound, Rules.SecondRound), Rules.SecondRound);

    /// <summary>How long a pair of launches takes, in seconds.</summary>
    /// <param name="measured">How many states it measures.</param>
    /// <param name="beside">How many it only drives.</param>
    public double LaunchSeconds(int measured, int beside) =>
        Pace.Seconds(measured, beside, States, (Rules.SliceMilliseconds - Rules.ShortestSliceMilliseconds) / 1000);

    private double SecondLaunch(int doubted) => LaunchSeconds(doubted, Math.Clamp(States - doubted, 0, LaunchSeries.MostBeside));
}
