namespace KeyedState.Tests.Contract;

/// <summary>The promise of no allocation, by the collector's own counter.</summary>
[Collection(nameof(Undisturbed))]
public sealed class AllocationTests
{
    private const int Callers = 32;
    private const int Operations = 4_000;
    private const int Rounds = 6;

    // The callers' own tasks are a few hundred bytes each round, less than a tenth of a byte an operation. The
    // smallest object has 24 bytes: a state that allocates for one operation in a hundred is already seen.
    private const double MostBytesPerOperation = 0.2;

    [Theory]
    [MemberData(nameof(StatesUnderTest.AllocationFree), MemberType = typeof(StatesUnderTest))]
    public async Task Operations_StateThatPromisesNoAllocation_AllocatesNone(string name) =>
        Assert.InRange(await LeastBytesPerOperation(name), 0, MostBytesPerOperation);

    [Fact]
    public async Task Operations_StateThatAllocates_IsSeen() =>
        Assert.InRange(await LeastBytesPerOperation("TaskCompletionSourceChannelOwner"), 24, double.MaxValue);

    /// <summary>
    /// The least of several rounds, the first of which warm up: whatever else allocates in the process can only
    /// add to a round, and a state that allocates does so in every one.
    /// </summary>
    private static async Task<double> LeastBytesPerOperation(string name)
    {
        await using var state = StatesUnderTest.Create(name);
        var least = double.MaxValue;
        for (var round = 0; round < Rounds; round++)
        {
            var before = GC.GetTotalAllocatedBytes(precise: true);
            await Task.WhenAll(Enumerable.Range(0, Callers).Select(caller => Ask(state, caller))).InTime();
            least = Math.Min(least, (GC.GetTotalAllocatedBytes(precise: true) - before) / (double)(Callers * Operations));
        }

        return least;
    }

    private static async Task Ask(IKeyedState state, int key)
    {
        for (var i = 0; i < Operations; i += 2)
        {
            await state.WriteAsync(key, i);
            await state.ReadAsync(key);
        }
    }
}
