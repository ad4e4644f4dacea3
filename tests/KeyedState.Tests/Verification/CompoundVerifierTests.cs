using KeyedState.Tests.Contract;
using KeyedState.Tests.Verification.BrokenCompound;
using KeyedState.Verification;

namespace KeyedState.Tests.Verification;

/// <summary>
/// Every deliberately broken capability is caught for what is wrong with it. That right ones pass, <see cref="StateVerifierTests"/> show.
/// Undisturbed, because patterns take all threads of the pool.
/// </summary>
[Collection(nameof(Undisturbed))]
public sealed class CompoundVerifierTests
{
    private const int Operations = 40_000;
    private const int MostRounds = 10;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan ShortPatience = TimeSpan.FromSeconds(1);

    [Fact]
    public void Verify_HalfOfATransferVisible_IsCaught() => AssertCaught<HalfTransferState>(ViolationKind.Circle);

    [Fact]
    public void Verify_SnapshotKeyByKey_IsCaught() => AssertCaught<KeyByKeySnapshotState>(ViolationKind.Circle, ViolationKind.TwoValuesAtOnce);

    [Fact]
    public void Verify_GuardBeforeTheLock_IsCaught() => AssertCaught<EarlyGuardState>(ViolationKind.WrongGuard);

    [Fact]
    public void Verify_AddOverAWrite_IsCaught() => AssertCaught<AddOverWriteState>(
        ViolationKind.ContradictoryOrder, ViolationKind.StaleRead, ViolationKind.Forgotten, ViolationKind.Circle, ViolationKind.LostUpdate);

    [Fact]
    public void Verify_EqualValueTakenForUnchanged_IsCaughtByValuesThatRecur() => AssertCaught<RecurringValueState>();

    [Fact]
    public void Verify_VersionThatWrapsAround_IsCaught() => AssertCaught<WrappedVersionState>(ViolationKind.LostUpdate);

    [Fact]
    public void Verify_LocksInTheOrderOfTheCall_Hangs() => AssertCaught<LockOrderState>(ShortPatience, ViolationKind.Hung);

    [Fact]
    public void Verify_LockReleasedAtTheAwait_IsCaught() => AssertCaught<ReleasedAtAwaitState>(ViolationKind.NotExclusive, ViolationKind.LostUpdate);

    [Fact]
    public void Verify_ReentrantActor_IsCaught() => AssertCaught<ReentrantActorState>(ViolationKind.NotExclusive, ViolationKind.LostUpdate);

    [Fact]
    public void Verify_TwoPhasesWithoutCompensation_IsCaught() => AssertCaught<NoCompensationState>(ViolationKind.NeverMade);

    [Fact]
    public void Verify_StaleButConsistentSnapshot_IsCaught() => AssertCaught<StaleSnapshotState>(ViolationKind.Circle);

    [Fact]
    public void Verify_CodeRunAgain_IsCaught() => AssertCaught<CodeRunAgainState>(ViolationKind.CodeRunWrongly);

    [Fact]
    public void Verify_CodeThatEndsAfterTheUpdate_IsCaught() => AssertCaught<LateCodeState>(ViolationKind.CodeRunWrongly);

    [Fact]
    public void Verify_RefusedTransferThatMoved_IsCaught() => AssertCaught<MovedThoughRefusedState>(ViolationKind.NeverMade);

    [Fact]
    public void Verify_AddThatReturnsTheValueAfter_IsCaught() => AssertCaught<ValueAfterState>(ViolationKind.NeverMade, ViolationKind.LostUpdate, ViolationKind.Circle);

    [Fact]
    public void Verify_AddOfAReadAndAWrite_IsCaught() => AssertCaught<ReadThenWriteState>(ViolationKind.LostUpdate);

    [Fact]
    public void Verify_ValuesBeforeOfTwoInstants_IsCaught() => AssertCaught<TwoInstantsState>(ViolationKind.LostUpdate, ViolationKind.NeverMade);

    [Fact]
    public void Verify_SnapshotThatSkipsARepeatedKey_IsCaught() => AssertCaught<SkippedKeyState>(ViolationKind.TwoValuesAtOnce);

    [Fact]
    public void Verify_AddDuringAnUpdate_IsCaught() => AssertCaught<WriteDuringUpdateState>(ViolationKind.NotExclusive);

    [Fact]
    public void Verify_RefusedTransferThatThrows_IsCaught() => AssertCaught<ThrowsWhenRefusedState>(ViolationKind.Threw);

    [Fact]
    public void Verify_DroppedAdd_Hangs() => AssertCaught<DroppedAddState>(ShortPatience, ViolationKind.Hung);

    /// <summary>No other pattern adds to a key that has no cell yet.</summary>
    [Fact]
    public void Verify_CellOfAKeyMadeTwice_IsCaughtWhereAdditionsMakeKeys()
    {
        var violations = RoundThatFinds<CreatedTwiceState>(Patience);

        Assert.Equal(ViolationKind.LostUpdate, Assert.Single(violations).Kind);
        Assert.Matches("^Key 12[0-9]{8}, which nobody had used: 4 callers added 1 to it once each, and were told that it had held [0-3], [0-3], [0-3] and [0-3] before.$", violations[0].ToString());
    }

    [Fact]
    public void Keys_ThatAdditionsMake_AreThoseOfNoPattern() =>
        Assert.All(Enumerable.Range(0, 1_024).Select(PatternKeys.Of), key => Assert.NotInRange(key, CreationRace.FirstKey, CreationRace.FirstKey + CreationRace.MostKeys));

    private static void AssertCaught<TState>(params ViolationKind[] kinds)
        where TState : IKeyedState, new() => AssertCaught<TState>(Patience, kinds);

    // Some are wrong only when callers happen to meet. What a round may show, many are certain to.
    private static void AssertCaught<TState>(TimeSpan patience, params ViolationKind[] kinds)
        where TState : IKeyedState, new()
    {
        var violations = RoundThatFinds<TState>(patience);

        // Where values recur, a search finds it, which has one name for everything.
        Assert.Contains(Assert.Single(violations).Kind, kinds.Append(ViolationKind.NoOrder));
        Assert.NotEmpty(violations[0].Deeds);
    }
    private static IReadOnlyList<Violation> RoundThatFinds<TState>(TimeSpan patience)
        where TState : IKeyedState, new() => Enumerable.Range(1, MostRounds)
        .Select(seed => StateVerifier.Verify(new TState(), Operations, seed, patience).Violations)
        .FirstOrDefault(found => found.Count > 0) ?? [];
}
