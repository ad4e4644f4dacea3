using KeyedState.Verification;

namespace KeyedState.Tests.Verification;

/// <summary>What the exact checker finds, it says with as few operations as show it.</summary>
public sealed class CompoundExplanationTests
{
    private static readonly CompoundOperation Blank = new() { Kind = CompoundKind.Read, Called = 0, Returned = 0 };

    [Fact]
    public void Check_ValueThatNobodyMade_SaysSo() =>
        AssertViolation(ViolationKind.NeverMade, "Key 2: 9 was found, which nobody made of the key.", ["added 1 to key 2, which held 9"], Add(2, 1, 9, 0, 1), Add(2, 1, 0, 0, 1));

    [Fact]
    public void Check_TwoAddsThatFoundTheSame_IsALostUpdate() => AssertViolation(
        ViolationKind.LostUpdate,
        "Key 2: two operations both found 0 and changed it, so that one of the changes is lost.",
        ["added 1 to key 2, which held 0", "added 2 to key 2, which held 0"],
        Add(2, 1, 0, 0, 3),
        Add(2, 2, 0, 1, 4));

    [Fact]
    public void Check_TransferOfMoreThanThereIs_IsAWrongGuard() => AssertViolation(
        ViolationKind.WrongGuard,
        "Key 1: a transfer moved 2 although there was 1 only.",
        ["moved 2 from key 1, which held 1, to key 3, which held 0"],
        Blank with { Kind = CompoundKind.Transfer, Key = 1, Target = 3, Amount = 2, Before = 1, Moved = true });

    [Fact]
    public void Check_TransferRefusedAlthoughThereIsEnough_IsAWrongGuard() => AssertViolation(
        ViolationKind.WrongGuard,
        "Key 1: a transfer of 2 was refused although there was 2.",
        ["was refused 2 from key 1, which held 2, to key 3, which held 0"],
        Blank with { Kind = CompoundKind.Transfer, Key = 1, Target = 3, Amount = 2, Before = 2 });

    [Fact]
    public void Check_AddThatFoundWhatWasReplacedBefore_IsACircleOfTwo()
    {
        // The second found what the third, which was called after it had returned, made.
        var violation = AssertViolation(
            ViolationKind.Circle,
            "No order explains 2 operations: each has to come before the next, and the last before the first.",
            ["read 5 from key 2", "added 5 to key 2, which held 0"],
            Blank with { Key = 2, Before = 5, Called = 0, Returned = 1 },
            Add(2, 5, 0, 2, 3),
            Add(4, 1, 0, 0, 9));

        Assert.Equal(["before the next was called", "and the first found in key 2 what this one made"], violation.Deeds.Select(deed => deed.Because));
    }

    [Fact]
    public void Check_SegmentsThatPrecedeEachOther_ShowsBoth()
    {
        var violation = CompoundChecker.Check(History(
            Write(100, 0, 9), Add(3, 1, 100, 1, 2), Write(200, 0, 9), Add(3, 1, 200, 3, 4), Add(3, 1, 101, 5, 6))).Violation!;

        Assert.Equal(ViolationKind.ContradictoryOrder, violation.Kind);
        Assert.Equal("Key 3: one value and what followed from it was there before another and what followed from that, and the other way round.", violation.Sentence);
    }

    [Fact]
    public void Check_StaleSnapshotOfARightSum_IsRejectedThoughTheSumIsRight()
    {
        // Jepsen's bank looks at sums only. The snapshot is one of an instant that was over before it was called.
        CompoundOperation[] operations =
        [
            Blank with { Kind = CompoundKind.Transfer, Key = 1, Target = 3, Amount = 2, Before = 10, TargetBefore = 0, Moved = true, Called = 0, Returned = 1 },
            Blank with { Kind = CompoundKind.Snapshot, Count = 2, Called = 2, Returned = 3 },
        ];
        var history = new CompoundHistory(operations, new Dictionary<int, int> { [1] = 10 }, [1, 3], [10, 0]);

        Assert.Equal(10, history.ValuesOf(history[1]).ToArray().Sum());
        Assert.Equal(ViolationKind.Circle, CompoundChecker.Check(history).Violation?.Kind);
        Assert.Equal(Decision.NotLinearizable, MapSpecification.Search(history, steps: 100).Decision);
    }

    [Fact]
    public void Check_PlainWritesAndSnapshots_IsUnknownAndSearched()
    {
        CompoundOperation[] operations = [Write(5, 0, 1), Blank with { Kind = CompoundKind.Snapshot, Count = 2, Called = 0, Returned = 3 }];
        var history = new CompoundHistory(operations, new Dictionary<int, int>(), [3, 4], [5, 0]);

        Assert.Equal(Verdict.Unknown, CompoundChecker.Check(history));
        Assert.Equal(Verdict.Linearizable, MapSpecification.Search(history, steps: 100));
    }

    [Fact]
    public void Search_TooFewSteps_IsUnknown()
    {
        var history = History([.. Enumerable.Range(0, 12).Select(i => Add(2, 1, i == 11 ? 12 : i, 0, 1))]);

        Assert.Equal(Decision.Unknown, MapSpecification.Search(history, steps: 20).Decision);
        Assert.Equal(Decision.NotLinearizable, MapSpecification.Search(history, steps: 1_000).Decision);
    }

    [Fact]
    public void Search_LongHistoryInPieces_TakesStatesFromOneToTheNext()
    {
        // Each pair leaves the key with one of two values, and only a read that comes much later tells with which.
        CompoundOperation[] pairs = [.. Enumerable.Range(0, 500).SelectMany(i => new[] { Write(1, 10 * i, (10 * i) + 5), Write(2, 10 * i, (10 * i) + 5) })];
        var late = Blank with { Key = 3, Before = 2, Called = 9_000, Returned = 9_001 };

        Assert.Equal(Verdict.Linearizable, MapSpecification.Search(History([.. pairs, late]), steps: 10_000));
        Assert.Equal(Decision.NotLinearizable, MapSpecification.Search(History([.. pairs, late with { Before = 3 }]), steps: 10_000).Decision);
    }

    [Fact]
    public void Check_AddWithoutResponseThatWasSeen_HasHappened()
    {
        var pending = Add(2, 4, 0, 5, Operation.Never);

        Assert.Equal(Verdict.Linearizable, CompoundChecker.Check(History(pending, Add(2, 1, 4, 0, 9))));
        Assert.Equal(ViolationKind.Circle, CompoundChecker.Check(History(pending, Add(2, 1, 4, 0, 4))).Violation?.Kind);
    }

    [Fact]
    public void History_OperationThatNoneHas_Throws() =>
        Assert.Throws<ArgumentException>(() => History(Blank with { Called = 2, Returned = 1 }));

    private static Violation AssertViolation(ViolationKind kind, string sentence, string[] deeds, params CompoundOperation[] operations)
    {
        var violation = CompoundChecker.Check(History(operations)).Violation;

        Assert.Equal((kind, sentence), (violation!.Kind, violation.Sentence));
        Assert.Equal(deeds, violation.Deeds.Select(deed => deed.Text));
        return violation;
    }

    private static CompoundHistory History(params CompoundOperation[] operations) => new(operations, new Dictionary<int, int>(), [], []);

    private static CompoundOperation Add(int key, int amount, int before, long called, long returned) =>
        Blank with { Kind = CompoundKind.Add, Key = key, Amount = amount, Before = before, Called = called, Returned = returned };

    private static CompoundOperation Write(int value, long called, long returned) =>
        Blank with { Kind = CompoundKind.Write, Key = 3, Value = value, Called = called, Returned = returned };
}
