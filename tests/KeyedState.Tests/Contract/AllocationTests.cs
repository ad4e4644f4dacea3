using KeyedState.Tests.Capabilities;

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
        Assert.InRange(await LeastBytesPerOperation(name, Ask), 0, MostBytesPerOperation);

    [Theory]
    [MemberData(nameof(StatesThatOffer.AnythingWithoutAllocations), MemberType = typeof(StatesThatOffer))]
    public async Task CompoundOperations_StateThatPromisesNoAllocation_AllocateNone(string name) =>
        Assert.InRange(await LeastBytesPerOperation(name, AskForMore), 0, MostBytesPerOperation);

    [Fact]
    public async Task Operations_StateThatAllocates_IsSeen() =>
        Assert.InRange(await LeastBytesPerOperation("TaskCompletionSourceChannelOwner", Ask), 24, double.MaxValue);

    /// <summary>
    /// The least of several rounds, the first of which warm up: whatever else allocates in the process can only
    /// add to a round, and a state that allocates does so in every one.
    /// </summary>
    private static async Task<double> LeastBytesPerOperation(string name, Func<IKeyedState, int, Task> ask)
    {
        await using var state = StatesUnderTest.Create(name);
        var least = double.MaxValue;
        for (var round = 0; round < Rounds; round++)
        {
            var before = GC.GetTotalAllocatedBytes(precise: true);
            await Task.WhenAll(Enumerable.Range(0, Callers).Select(caller => ask(state, caller))).InTime();
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

    private static async Task AskForMore(IKeyedState state, int caller)
    {
        // It copies its whole map for a snapshot, which the report shows.
        var snapshots = state is ConcurrentDictionaryState ? null : state as IAtomicSnapshot;
        int[] keys = [caller, caller + 1];
        var values = new int[keys.Length];
        for (var i = 0; i < Operations; i += 3)
        {
            await (state is IAtomicAdd adds ? adds.AddAsync(caller, 2) : default);
            await (state is IAtomicTransfer transfers ? transfers.TransferAsync(caller, caller + 1, 1) : default);
            await (snapshots?.SnapshotAsync(keys, values) ?? ValueTask.CompletedTask);
        }
    }
}
