using KeyedState.Verification;

namespace KeyedState.Tests.Verification;

/// <summary>A long history of a right map is found right, and wrong after one change to it, wherever that is.</summary>
public sealed class MutatedCompoundHistoryTests
{
    private const int Operations = 3_000;
    private const int Far = 400;

    private readonly Random random = new(1);

    [Fact]
    public void Check_RightHistory_IsRight()
    {
        var (operations, initial, keys, values) = LongCompoundHistories.Right(random, 50_000);
        random.Shuffle(operations);

        Assert.Equal(Verdict.Linearizable, CompoundChecker.Check(new CompoundHistory(operations, initial, keys, values)));
    }

    [Theory]
    [InlineData(CompoundKind.Read)]
    [InlineData(CompoundKind.Add)]
    [InlineData(CompoundKind.Transfer)]
    [InlineData(CompoundKind.Snapshot)]
    [InlineData(CompoundKind.Update)]
    public void Check_OneOperationMovedToAnotherTime_IsWrong(CompoundKind kind)
    {
        var (operations, initial, keys, values) = LongCompoundHistories.Right(random, Operations);
        var moved = 0;
        for (var i = Far; i < Operations - Far; i++)
        {
            var right = operations[i];
            if (right.Kind != kind || random.Next(6) > 0)
            {
                continue;
            }

            // What it touched has changed often in between.
            var shift = random.Next(2) == 0 ? Far : -Far;
            operations[i] = right with { Called = right.Called + shift, Returned = right.Returned + shift };
            Assert.Equal(Decision.NotLinearizable, CompoundChecker.Check(new CompoundHistory(operations, initial, keys, values)).Decision);
            operations[i] = right;
            moved++;
        }

        Assert.True(moved > 20, $"Only {moved} were moved.");
    }

    [Theory]
    [InlineData(CompoundKind.Read)]
    [InlineData(CompoundKind.Add)]
    [InlineData(CompoundKind.Transfer)]
    [InlineData(CompoundKind.Snapshot)]
    [InlineData(CompoundKind.Update)]
    public void Check_OneValueFromTheStart_IsWrong(CompoundKind kind)
    {
        var (operations, initial, keys, values) = LongCompoundHistories.Right(random, Operations);
        int[] places = [.. Enumerable.Range(Far, Operations - Far).Where(i => operations[i].Kind == kind && random.Next(6) == 0)];
        foreach (var place in places)
        {
            var right = operations[place];
            var value = kind == CompoundKind.Snapshot ? values[right.First] : 0;
            if (kind == CompoundKind.Snapshot)
            {
                values[right.First] = initial.GetValueOrDefault(keys[right.First]);
            }
            else
            {
                operations[place] = right with { Before = initial.GetValueOrDefault(right.Key) };
            }

            Assert.Equal(Decision.NotLinearizable, CompoundChecker.Check(new CompoundHistory(operations, initial, keys, values)).Decision);
            operations[place] = right;
            if (kind == CompoundKind.Snapshot)
            {
                values[right.First] = value;
            }
        }

        Assert.True(places.Length > 20, $"Only {places.Length} were changed.");
    }
}
