using KeyedState.Verification;

namespace KeyedState.Tests.Verification;

/// <summary>The exact checker and the general search decide as the definition does.</summary>
public sealed class CompoundCheckerTests
{
    private const int Histories = 5_000;
    private const long Ample = 1_000_000;

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public void Check_DistinctValues_DecidesAsBruteForce(int operations)
    {
        var right = Count(operations, random => SmallCompoundHistories.Distinct(random, operations, pending: false), out var unknown);

        Assert.Equal(0, unknown);
        Assert.InRange(right, Histories / 10, Histories * 9 / 10);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public void Check_OperationsWithoutResponse_DecidesAsBruteForceOrNotAtAll(int operations)
    {
        var right = Count(operations, random => SmallCompoundHistories.Distinct(random, operations, pending: true), out var unknown);

        Assert.InRange(unknown, 0, Histories / 20);
        Assert.InRange(right, Histories / 10, Histories * 9 / 10);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    [InlineData(6)]
    public void Check_ValuesThatRecur_DecidesAsBruteForceOrNotAtAll(int operations)
    {
        var right = Count(operations, random => SmallCompoundHistories.Recurring(random, operations, pending: false), out var unknown);

        Assert.InRange(unknown, 1, Histories * 9 / 10);
        Assert.InRange(right, Histories / 10, Histories * 9 / 10);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(5)]
    public void Search_ValuesThatRecurAndOperationsWithoutResponse_DecidesAsBruteForce(int operations)
    {
        var random = new Random(operations);
        for (var i = 0; i < Histories; i++)
        {
            var history = SmallCompoundHistories.Recurring(random, operations, pending: true);

            Assert.Equal(Expected(history), MapSpecification.Search(history, Ample).Decision);
        }
    }

    // How many are linearizable, and of how many the exact checker knows nothing.
    private static int Count(int seed, Func<Random, CompoundHistory> make, out int unknown)
    {
        var random = new Random(seed);
        var right = 0;
        unknown = 0;
        for (var i = 0; i < Histories; i++)
        {
            var history = make(random);
            var expected = Expected(history);
            right += expected == Decision.Linearizable ? 1 : 0;
            var found = CompoundChecker.Check(history);
            unknown += found.Decision == Decision.Unknown ? 1 : 0;

            Assert.True(found.Decision == Decision.Unknown || found.Decision == expected, $"{found}\n{string.Join('\n', history.Operations.ToArray())}");
            Assert.Equal(found.Decision == Decision.NotLinearizable, found.Violation is not null);
            Assert.Equal(expected, MapSpecification.Search(history, Ample).Decision);
        }

        return right;
    }

    private static Decision Expected(CompoundHistory history) => CompoundBruteForce.IsLinearizable(history) ? Decision.Linearizable : Decision.NotLinearizable;
}
