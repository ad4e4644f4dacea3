using KeyedState.Harness;
using KeyedState.Verification;

namespace KeyedState.Tests.Verification;

/// <summary>A long history of right registers is found right, and wrong after one change to it, wherever that is.</summary>
public sealed class MutatedHistoryTests
{
    private const int Operations = 4_000;
    private const int Keys = 3;
    private const int LongestOperation = 20;

    private readonly Random random = new(1);
    private readonly Operation[] history = Right(new Random(2));

    [Fact]
    public void Check_RightHistory_IsRight() => Assert.Null(Check());

    [Fact]
    public void Check_RightHistoryInAnotherOrder_IsRight()
    {
        random.Shuffle(history);

        Assert.Null(Check());
    }

    [Fact]
    public void Check_OneReadOfAnOlderValue_IsStale() => Mutate(ViolationKind.StaleRead, read =>
    {
        // Long enough ago that other writes have begun and ended since.
        var replaced = Writes(read.Key).Where(write => write.Returned < read.Called - (6 * LongestOperation)).ToArray();
        return replaced is [] ? null : read with { Value = replaced[^1].Value };
    });

    [Fact]
    public void Check_OneReadOfTheStartValue_IsForgotten() => Mutate(ViolationKind.Forgotten, read =>
        Writes(read.Key).Any(write => write.Precedes(read)) ? read with { Value = 0 } : null);

    [Fact]
    public void Check_OneReadOfAnotherKey_IsThatKeysValue() => Mutate(ViolationKind.OtherKeysValue, read =>
        read with { Value = Writes((read.Key + 1) % Keys).First().Value });

    [Fact]
    public void Check_OneReadOfALaterWrite_IsBeforeItsWrite() => Mutate(ViolationKind.ReadBeforeItsWrite, read =>
        Writes(read.Key).LastOrDefault() is { Called: var called } later && called > read.Returned ? read with { Value = later.Value } : null);

    [Fact]
    public void Check_OneReadOfAMixture_WasNeverWritten() => Mutate(ViolationKind.NeverWritten, read => read with { Value = -read.Value - 1 });

    [Fact]
    public void Check_OperationsWithoutResponse_IsRight()
    {
        for (var i = 0; i < history.Length; i++)
        {
            var whole = history[i];
            history[i] = whole with { Returned = Operation.Never };
            if (i % 40 == 0)
            {
                Assert.Null(Check());
            }
        }
    }

    // Puts one wrong read after the other into the history, and takes it out again.
    private void Mutate(ViolationKind kind, Func<Operation, Operation?> wrong)
    {
        var mutated = 0;
        for (var tries = 0; tries < 300; tries++)
        {
            var place = random.Next(history.Length);
            var right = history[place];
            if (!right.IsWrite && wrong(right) is { } read)
            {
                history[place] = read;
                Assert.Equal(kind, Check()?.Kind);
                history[place] = right;
                mutated++;
            }
        }

        Assert.True(mutated > 50, "Hardly any read could be changed.");
    }

    private Violation? Check() => RegisterChecker.Check(new History([.. history]));

    private IEnumerable<Operation> Writes(int key) => history.Where(operation => operation.IsWrite && operation.Key == key);

    // Operations take effect one at a time, and are called some time before and return some time after.
    private static Operation[] Right(Random random)
    {
        var values = new int[Keys];
        return [.. Enumerable.Range(1, Operations).Select(instant =>
        {
            var key = random.Next(Keys);
            var isWrite = random.Next(3) == 0;
            values[key] = isWrite ? instant : values[key];
            return new Operation(
                isWrite ? OperationKind.Write : OperationKind.Read, random.Next(9), key, values[key],
                instant - random.Next(LongestOperation), instant + random.Next(LongestOperation));
        })];
    }
}
