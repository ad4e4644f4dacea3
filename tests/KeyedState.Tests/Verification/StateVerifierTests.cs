using KeyedState.Tests.Contract;
using KeyedState.Tests.Verification.Broken;
using KeyedState.Verification;

namespace KeyedState.Tests.Verification;

/// <summary>
/// Every design passes, and every deliberately broken state is caught for what is wrong with it. Undisturbed, because
/// patterns take all threads of the pool.
/// </summary>
[Collection(nameof(Undisturbed))]
public sealed class StateVerifierTests
{
    private const int Operations = 50_000;
    private const int MostRounds = 20;

    // Many times what the machine ever pauses, and short enough to wait for in a test.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan ShortPatience = TimeSpan.FromSeconds(1);

    [Theory]
    [MemberData(nameof(StatesUnderTest.All), MemberType = typeof(StatesUnderTest))]
    public async Task Verify_EveryDesign_FindsNothing(string name)
    {
        await using var state = StatesUnderTest.Create(name);

        var outcome = StateVerifier.Verify(state, Operations, seed: 1, Patience);

        Assert.Null(outcome.Explanation);
        Assert.Equal(0, outcome.Undecided);
        Assert.InRange(outcome.Operations, Operations, 2 * Operations);
    }

    [Fact]
    public void Verify_LostUpdate_IsCaught() => AssertCaught<LostUpdateState>(ViolationKind.StaleRead, ViolationKind.Forgotten);

    [Fact]
    public void Verify_StaleCache_IsCaught() => AssertCaught<StaleCacheState>(ViolationKind.StaleRead, ViolationKind.Forgotten);

    [Fact]
    public void Verify_WriteAcknowledgedBeforeItIsApplied_IsCaught() => AssertCaught<EarlyAcknowledgementState>(ViolationKind.StaleRead, ViolationKind.Forgotten);

    [Fact]
    public void Verify_TornSnapshot_IsCaught() => AssertCaught<TornSnapshotState>(ViolationKind.NeverWritten);

    [Fact]
    public void Verify_LeftRightReaderWithoutAFence_IsCaught()
    {
        Assert.SkipWhen(Environment.ProcessorCount == 1, "One processor sees its own stores in order, so the missing fence can't show.");

        // Reader and writer must really run at the same time, which a busy machine may let them do rarely: more operations, and more rounds.
        AssertCaught(() => new AnnouncedLeftRightState(fenced: false), 4 * Operations, 6 * MostRounds, Patience, ViolationKind.NeverWritten);
    }

    [Fact]
    public void Verify_LeftRightReaderWithAFence_FindsNothing() =>
        Assert.Null(StateVerifier.Verify(new AnnouncedLeftRightState(fenced: true), Operations, seed: 1, Patience).Explanation);

    [Fact]
    public void Verify_ReplyToTheWrongCaller_IsCaught() => AssertCaught<WrongCallerState>(ViolationKind.OtherKeysValue, ViolationKind.Forgotten);

    [Fact]
    public void Verify_RequestReusedTooEarly_IsCaught() => AssertCaught<EarlyReuseState>(ViolationKind.OtherKeysValue, ViolationKind.Forgotten);

    [Fact]
    public void Verify_StripeOfAWrongHash_IsCaught() => AssertCaught<WrongStripeState>(ViolationKind.Forgotten);

    [Fact]
    public void Verify_ReaderLockReleasedTooEarly_IsCaught() => AssertCaught<EarlyReleaseState>(ViolationKind.OtherKeysValue);

    [Fact]
    public void Verify_ResetOnOverflow_IsCaught() => AssertCaught(() => new ResetsState(), 2 * ushort.MaxValue, MostRounds, Patience, ViolationKind.Forgotten);

    [Fact]
    public void Verify_DroppedRequest_Hangs() => AssertCaught(() => new DroppedRequestState(), Operations, MostRounds, ShortPatience, ViolationKind.Hung);

    [Fact]
    public void Verify_SwallowedException_IsCaught() => AssertCaught<SwallowedExceptionState>(ViolationKind.Forgotten);

    [Fact]
    public void Verify_StateThatThrows_IsCaught() => AssertCaught<ThrowingState>(ViolationKind.Threw);

    [Fact]
    public void Verify_WriteTakenBackAndMadeAgain_IsCaught() =>
        AssertCaught<RolledBackState>(ViolationKind.StaleRead, ViolationKind.ContradictoryOrder, ViolationKind.Forgotten);

    [Fact]
    public void Verify_WriteAppliedTwice_IsCaught() => AssertCaught<AppliedTwiceState>(ViolationKind.StaleRead);

    [Fact]
    public void Verify_LostWrite_IsCaught() => AssertCaught<BrokenStates.LostWrite>(ViolationKind.StaleRead, ViolationKind.Forgotten);

    [Fact]
    public void Verify_KeysThatShareAPlace_IsCaught() => AssertCaught<BrokenStates.AnotherKeysValue>(ViolationKind.OtherKeysValue);

    [Fact]
    public void Verify_MixedUpKeys_IsCaught() => AssertCaught<BrokenStates.MixedUpKeys>(ViolationKind.OtherKeysValue, ViolationKind.Forgotten);

    [Fact]
    public void Verify_StaleRead_IsCaught() => AssertCaught<BrokenStates.StaleRead>(ViolationKind.StaleRead, ViolationKind.Forgotten);

    [Fact]
    public void Verify_LateWrite_IsCaught() => AssertCaught<BrokenStates.LateWrite>(ViolationKind.StaleRead, ViolationKind.Forgotten);

    [Fact]
    public void Verify_MadeUpValue_IsCaught() => AssertCaught<BrokenStates.MadeUpValue>(ViolationKind.NeverWritten);

    [Fact]
    public void Verify_Forgetful_IsCaught() => AssertCaught<BrokenStates.Forgetful>(ViolationKind.Forgotten);

    [Fact]
    public void Verify_EmptyState_IsCaught() => AssertCaught<EmptyState>(ViolationKind.Forgotten);

    private static void AssertCaught<TState>(params ViolationKind[] kinds)
        where TState : IKeyedState, new() => AssertCaught(() => new TState(), Operations, MostRounds, Patience, kinds);

    // Some are wrong only when threads happen to meet. What a round may show, many are certain to.
    private static void AssertCaught(Func<IKeyedState> create, int operations, int rounds, TimeSpan patience, params ViolationKind[] kinds)
    {
        var violations = Enumerable.Range(1, rounds)
            .Select(seed => StateVerifier.Verify(create(), operations, seed, patience).Violations)
            .FirstOrDefault(found => found.Count > 0) ?? [];

        Assert.Contains(Assert.Single(violations).Kind, kinds);
    }
}
