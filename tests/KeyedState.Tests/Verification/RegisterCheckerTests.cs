using KeyedState.Harness;
using KeyedState.Verification;

namespace KeyedState.Tests.Verification;

/// <summary>The checker decides as the definition does, and explains with what it takes.</summary>
public sealed class RegisterCheckerTests
{
    private const int Key = 3;

    [Theory]
    [InlineData(1, 4)]
    [InlineData(2, 5)]
    [InlineData(3, 4)]
    [InlineData(4, 2)]
    public void Check_EverySmallHistory_DecidesAsBruteForce(int operations, int ticks)
    {
        var verdicts = SmallHistories.All(operations, ticks).Select(AgreedVerdict).CountBy(verdict => verdict).ToDictionary();

        Assert.Equal([false, true], verdicts.Keys.Order());
    }

    [Theory]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(7)]
    [InlineData(10)]
    public void Check_RandomHistories_DecidesAsBruteForce(int operations)
    {
        var random = new Random(operations);

        var verdicts = Enumerable.Range(0, 20_000).Select(_ => AgreedVerdict(SmallHistories.Random(random, operations))).CountBy(verdict => verdict).ToDictionary();

        // Neither kind is rare.
        Assert.InRange(verdicts[true], 2_000, 18_000);
    }

    [Fact]
    public void Check_OperationsOfAnExplanation_AreWrongByThemselves()
    {
        var random = new Random(1);
        for (var i = 0; i < 20_000; i++)
        {
            if (Check(SmallHistories.Random(random, 8)) is { } violation)
            {
                Assert.False(BruteForce.IsLinearizable([.. violation.Operations]));
                Assert.Equal(violation.Operations.OrderBy(operation => operation.Called), violation.Operations);
                Assert.InRange(violation.Operations.Count, 1, 6);
            }
        }
    }

    [Fact]
    public void Check_ReadOfWhatNobodyWrote_SaysSo() =>
        AssertViolation(ViolationKind.NeverWritten, "Key 3: a read returned 9, which nobody wrote.", [Read(9, 0, 1)], Write(5, 0, 1));

    [Fact]
    public void Check_ReadOfAnotherKeysValue_NamesTheKey() => AssertViolation(
        ViolationKind.OtherKeysValue,
        "Key 3: a read returned 5, which was written to key 4.",
        [Write(5, 0, 1) with { Key = 4 }, Read(5, 2, 3)]);

    [Fact]
    public void Check_ReadBeforeItsWrite_SaysSo() => AssertViolation(
        ViolationKind.ReadBeforeItsWrite, "Key 3: a read returned 5 before the write of it was called.", [Read(5, 0, 1), Write(5, 2, 3)]);

    [Fact]
    public void Check_StartValueAfterAWrite_IsForgotten() => AssertViolation(
        ViolationKind.Forgotten,
        "Key 3: a read returned 0, as if nothing had been written, although 5 was there before it was called.",
        [Write(5, 0, 1), Read(0, 2, 3)],
        Read(0, 0, 1),
        Read(0, 4, 5));

    [Fact]
    public void Check_StaleRead_ShowsTheFirstAndBothWrites() => AssertViolation(
        ViolationKind.StaleRead,
        "Key 3: a read returned 5 although 6 had replaced it before the read was called.",
        [Write(5, 0, 1), Write(6, 2, 3), Read(5, 4, 5)],
        Read(5, 6, 7),
        Read(5, 1, 2));

    [Fact]
    public void Check_ReadThatWentBackDuringAWrite_ShowsWhoSawTheNewValue() => AssertViolation(
        ViolationKind.StaleRead,
        "Key 3: a read returned 5 although 6 had replaced it before the read was called.",
        [Write(5, 0, 1), Write(6, 2, 9), Read(6, 3, 4), Read(5, 5, 6)]);

    [Fact]
    public void Check_ValuesThatPrecedeEachOther_ShowsBoth() => AssertViolation(
        ViolationKind.ContradictoryOrder,
        "Key 3: 5 was there before 6, and 6 before 5, and each was written once.",
        [Write(5, 0, 9), Write(6, 1, 9), Read(5, 2, 3), Read(6, 4, 5), Read(5, 6, 7)]);

    [Fact]
    public void Check_SeveralViolations_ReportsTheOneOfFewestOperations() => AssertViolation(
        ViolationKind.Forgotten,
        "Key 4: a read returned 0, as if nothing had been written, although 8 was there before it was called.",
        [Write(8, 0, 1) with { Key = 4 }, Read(0, 2, 3) with { Key = 4 }],
        Write(5, 0, 1),
        Write(6, 2, 3),
        Read(5, 4, 5));

    [Fact]
    public void Check_WriteWithoutResponse_MayTakeEffectLate() =>
        Assert.Null(Check([Write(5, 0, Operation.Never), Write(6, 1, 2), Read(6, 3, 4), Read(5, 5, 6)]));

    [Fact]
    public void Check_WriteWithoutResponse_TakesEffectOnce() => Assert.Equal(
        ViolationKind.ContradictoryOrder, Check([Write(5, 0, Operation.Never), Write(6, 1, 9), Read(5, 3, 4), Read(6, 5, 6), Read(5, 7, 8)])?.Kind);

    [Fact]
    public void Check_NothingAtAll_IsRight() => Assert.Null(Check([]));

    [Fact]
    public void Check_ValueWrittenTwiceToOneKey_IsRefused() =>
        Assert.Throws<ArgumentException>(() => Check([Write(5, 0, 1), Write(5, 2, 3)]));

    [Fact]
    public void History_ThatCannotBe_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => new History([Read(5, 2, 1)]));
        Assert.Throws<ArgumentException>(() => new History([Write(0, 1, 2)]));
    }

    private static bool AgreedVerdict(Operation[] operations)
    {
        var right = BruteForce.IsLinearizable(operations);
        if (right != Check(operations) is null)
        {
            Assert.Fail($"Brute force says {right} of\n{string.Join('\n', operations)}");
        }

        return right;
    }

    private static void AssertViolation(ViolationKind kind, string sentence, Operation[] shown, params Operation[] others)
    {
        var violation = Check([.. others, .. shown]);

        Assert.Equal((kind, sentence), (violation?.Kind, violation?.Sentence));
        Assert.Equal(shown, violation?.Operations);
    }

    private static Violation? Check(Operation[] operations) => RegisterChecker.Check(new History(operations));

    private static Operation Read(int value, long called, long returned) => new(OperationKind.Read, 1, Key, value, called, returned);

    private static Operation Write(int value, long called, long returned) => new(OperationKind.Write, 0, Key, value, called, returned);
}
