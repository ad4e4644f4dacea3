using KeyedState.Frameworks;
using KeyedState.Tests.Contract;
using Orleans.Transactions.Abstractions;

namespace KeyedState.Tests.Frameworks;

/// <summary>What a transaction that ends in one way or another leaves in the storage.</summary>
public sealed class GrainStorageTests
{
    private readonly GrainStorage<KeyValue> storage = new();

    [Fact]
    public async Task Load_NothingStored_IsTheStateOfAKeyThatWasNeverWritten()
    {
        var loaded = await storage.Load();

        Assert.Null(loaded.ETag);
        Assert.Equal((0, 0L), (loaded.CommittedState.Value, loaded.CommittedSequenceId));
        Assert.Empty(loaded.PendingStates);
    }

    [Fact]
    public async Task Store_Prepared_IsPendingInOrderUntilItIsCommitted()
    {
        var tag = await Store(null, [Prepared(2, 22), Prepared(1, 11)]);
        Assert.Equal([1, 2], (await storage.Load()).PendingStates.Select(state => state.SequenceId));

        await Store(tag, [Prepared(3, 33)], commitUpTo: 2);

        var loaded = await storage.Load();
        Assert.Equal((22, 2L), (loaded.CommittedState.Value, loaded.CommittedSequenceId));
        Assert.Equal(3, Assert.Single(loaded.PendingStates).SequenceId);
    }

    [Fact]
    public async Task Store_Aborted_IsGoneAndItsNumberIsUsedAgain()
    {
        var tag = await Store(null, [Prepared(1, 11), Prepared(2, 22), Prepared(3, 33)]);

        await Store(tag, [Prepared(2, 222)], abortAfter: 1);

        Assert.Equal([11, 222], (await storage.Load()).PendingStates.Select(state => state.State.Value));
    }

    [Fact]
    public async Task Store_OutdatedTag_IsRefused()
    {
        var tag = await Store(null, [Prepared(1, 11)]);
        await Store(tag, [], commitUpTo: 1);

        await Assert.ThrowsAsync<InvalidOperationException>(() => Store(tag, [Prepared(2, 22)])).InTime();

        Assert.Empty((await storage.Load()).PendingStates);
    }

    private static PendingTransactionState<KeyValue> Prepared(long number, int value) =>
        new() { SequenceId = number, State = new KeyValue { Value = value } };

    private Task<string> Store(string? tag, List<PendingTransactionState<KeyValue>> prepared, long? commitUpTo = null, long? abortAfter = null) =>
        storage.Store(tag, new TransactionalStateMetaData(), prepared, commitUpTo, abortAfter);
}
