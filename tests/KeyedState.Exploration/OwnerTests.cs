namespace KeyedState.Exploration;

/// <summary>Small histories of every owner, under many schedules.</summary>
public sealed class OwnerTests
{
    private static readonly Variant WithSmallLimits = Variant.Of(SmallLimits.Changes);

    public static TheoryData<string> All =>
    [
        "MailboxState", "PooledChannelOwnerState", "BatchedOwnerState", "LeaseOwnerState", "PumpOwnerState", "LeftRightState", "CombiningOwnerState",
    ];

    // The other owners promise less: a caller that blocks stops those of its batch.
    public static TheoryData<string> GoOnBesideABlockedCaller =>
        ["MailboxState", "PooledChannelOwnerState", "LeaseOwnerState", "PumpOwnerState", "LeftRightState"];

    [Theory]
    [MemberData(nameof(All))]
    public void Explore_CallersMeet_EveryScheduleIsRight(string state) => Explore(state, Scripts.Meeting);

    [Theory]
    [MemberData(nameof(All))]
    public void Explore_OperationsOfSeveralSteps_EveryScheduleIsRight(string state) => Explore(state, Scripts.SeveralSteps);

    [Theory]
    [MemberData(nameof(All))]
    public void Explore_OperationsOfSeveralStepsForLong_EveryScheduleIsRight(string state) => Explore(state, Scripts.SeveralStepsForLong);

    [Theory]
    [MemberData(nameof(All))]
    public void Explore_OperationsOfSeveralStepsAndDisposal_EachIsRefusedOrAnswered(string state) => Explore(state, Scripts.SeveralStepsAndDisposal);

    [Theory]
    [InlineData("LeftRightState")]
    [InlineData("CombiningOwnerState")]
    public void Explore_OneWritesMoreOftenThanOthersRead_EveryScheduleIsRight(string state) => Explore(state, Scripts.Rewriting);

    [Theory]
    [MemberData(nameof(All))]
    public void Explore_CallersBlockUntilAnswered_EveryScheduleIsRight(string state) => Explore(state, Scripts.Waiting);

    [Theory]
    [MemberData(nameof(All))]
    public void Explore_DisposalMeanwhile_EachIsRefusedOrAnswered(string state) => Explore(state, Scripts.Disposal);

    [Theory]
    [MemberData(nameof(GoOnBesideABlockedCaller))]
    public void Explore_ACallerBlocks_OthersGoOn(string state) => Explore(state, Scripts.Blocking);

    [Theory]
    [InlineData("LeaseOwnerState")]
    [InlineData("PumpOwnerState")]
    public void Explore_ACallerBlocksAfterTheWatcherRested_ItIsSeen(string state) => Explore(state, Scripts.Waking);

    [Fact]
    public void Explore_PumpsSplit_EveryScheduleIsRight() => Explore("PumpOwnerState", Scripts.Splitting);

    [Fact]
    public void Explore_PumpsJoin_EveryScheduleIsRight() => Explore("PumpOwnerState", Scripts.Joining);

    [Fact]
    public void Explore_PumpsJoinAndACallerBlocks_OthersGoOn() => Explore("PumpOwnerState", Scripts.JoiningBlocked);

    [Fact]
    public void Explore_PumpsJoinAndDisposalMeanwhile_EachIsRefusedOrAnswered() => Explore("PumpOwnerState", Scripts.JoiningDisposal);

    [Fact]
    public void Explore_PumpsRestAndComeBack_EveryScheduleIsRight() => Explore("PumpOwnerState", Scripts.Resting);

    private static void Explore(string state, string[] scripts)
    {
        var schedules = Bound.Read(System.Environment.GetEnvironmentVariable(Bound.Variable));

        // Not in a schedule, whose threads the compiler would not get.
        var variant = WithSmallLimits;
        var finding = Explorer.Explore(() => SmallHistory.Run(() => variant.Create(state), scripts), schedules);

        Assert.True(finding.Failure is null, $"Schedule {finding.Schedules}: {finding.Failure}");
    }
}
