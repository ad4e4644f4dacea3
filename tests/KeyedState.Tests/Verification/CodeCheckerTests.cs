using KeyedState.Verification;

namespace KeyedState.Tests.Verification;

/// <summary>An update's code runs once, within its call, with the value before, and alone.</summary>
public sealed class CodeCheckerTests
{
    private const int Key = 4;

    [Fact]
    public void Check_CodesOneAfterTheOther_IsRight() => Assert.Null(Check((Update(0, 0, 9), Run(0, 1, 4)), (Update(1, 0, 9), Run(1, 4, 8))));

    [Fact]
    public void Check_CodesOfTwoKeysAtOnce_IsRight() =>
        Assert.Null(Check((Update(0, 0, 9), Run(0, 1, 4)), (Update(0, 0, 9) with { Key = 5 }, Run(0, 2, 8))));

    [Fact]
    public void Check_CodesOfAKeyAtOnce_AreNotExclusive() => AssertFound(
        ViolationKind.NotExclusive, "Key 4: the code of two updates ran at the same time.", (Update(0, 0, 9), Run(0, 1, 4)), (Update(1, 0, 9), Run(1, 3, 8)));

    [Fact]
    public void Check_CodeThatHasNotEnded_IsNotExclusiveEither() => AssertFound(
        ViolationKind.NotExclusive,
        "Key 4: the code of two updates ran at the same time.",
        (Update(0, 0, Operation.Never), Run(0, 1, Operation.Never)),
        (Update(1, 0, 9), Run(1, 3, 8)));

    [Fact]
    public void Check_AddWithinACode_IsNotExclusive() => AssertFound(
        ViolationKind.NotExclusive,
        "Key 4: it was changed while the code of an update ran.",
        (Update(0, 0, 9), Run(0, 1, 8)),
        (Update(0, 0, 9) with { Kind = CompoundKind.Add, Called = 2, Returned = 7 }, default));

    [Fact]
    public void Check_AddThatSharesAnInstantWithTheCodesEnd_IsRight() => Assert.Null(Check(
        (Update(0, 0, 9), Run(0, 1, 8)), (Update(0, 0, 9) with { Kind = CompoundKind.Add, Called = 2, Returned = 8 }, default)));

    [Fact]
    public void Check_ReadWithinACode_IsRight() => Assert.Null(Check(
        (Update(0, 0, 9), Run(0, 1, 8)), (Update(0, 0, 9) with { Kind = CompoundKind.Read, Called = 2, Returned = 7 }, default)));

    [Fact]
    public void Check_CodeThatRanTwice_SaysSo() =>
        AssertFound(ViolationKind.CodeRunWrongly, "Key 4: the code of an update ran 2 times.", (Update(0, 0, 9), Run(0, 1, 4) with { Times = 2 }));

    [Fact]
    public void Check_CodeThatNeverRan_SaysSo() =>
        AssertFound(ViolationKind.CodeRunWrongly, "Key 4: the code of an update never ran.", (Update(0, 0, 9), default));

    [Fact]
    public void Check_CodeThatNeverRanOfAnUpdateWithoutResponse_IsRight() => Assert.Null(Check((Update(0, 0, Operation.Never), default)));

    [Fact]
    public void Check_CodeThatEndedLater_SaysSo() => AssertFound(
        ViolationKind.CodeRunWrongly, "Key 4: the code of an update was still running when the update returned.", (Update(0, 0, 9), Run(0, 1, 10)));

    [Fact]
    public void Check_CodeWithAnotherValue_SaysSo() => AssertFound(
        ViolationKind.CodeRunWrongly,
        "Key 4: the code of an update was given 3, and the update returned 0 as the value before.",
        (Update(0, 0, 9), Run(3, 1, 4)));

    private static void AssertFound(ViolationKind kind, string sentence, params (CompoundOperation Operation, CodeRun Run)[] operations)
    {
        var violation = Check(operations);

        Assert.Equal((kind, sentence), (violation!.Kind, violation.Sentence));
    }

    private static Violation? Check(params (CompoundOperation Operation, CodeRun Run)[] operations) => CodeChecker.Check(
        new CompoundHistory([.. operations.Select(one => one.Operation)], new Dictionary<int, int>(), [], []), [.. operations.Select(one => one.Run)]);

    private static CompoundOperation Update(int before, long called, long returned) =>
        new() { Kind = CompoundKind.Update, Key = Key, Before = before, Value = before + 1, Moved = true, Called = called, Returned = returned };

    private static CodeRun Run(int given, long begin, long end) => new(1, given, begin, end);
}
