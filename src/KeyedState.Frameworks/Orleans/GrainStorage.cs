using Orleans.Transactions.Abstractions;

namespace KeyedState.Frameworks;

/// <summary>What <see cref="ProcessStorage"/> keeps of one grain, which has one state. Only the grain calls it, and waits for the end of one call before the next.</summary>
internal sealed class GrainStorage<TState> : ITransactionalStateStorage<TState>
    where TState : class, new()
{
    private readonly SortedList<long, PendingTransactionState<TState>> prepared = [];
    private TState committed = new();
    private TransactionalStateMetaData metadata = new();
    private long committedUpTo;
    private int version;
    private string? tag;

    /// <inheritdoc/>
    public Task<TransactionalStorageLoadResponse<TState>> Load() =>
        Task.FromResult(new TransactionalStorageLoadResponse<TState>(tag, committed, committedUpTo, metadata, [.. prepared.Values]));

    /// <inheritdoc/>
    public Task<string> Store(
        string? expectedETag, TransactionalStateMetaData metadata, List<PendingTransactionState<TState>>? statesToPrepare, long? commitUpTo, long? abortAfter)
    {
        if (expectedETag != tag)
        {
            throw new InvalidOperationException("The grain did not see what was stored last.");
        }

        while (prepared.Count > 0 && prepared.Keys[^1] > abortAfter)
        {
            prepared.RemoveAt(prepared.Count - 1);
        }

        foreach (var state in statesToPrepare ?? [])
        {
            prepared[state.SequenceId] = state;
        }

        if (commitUpTo > committedUpTo)
        {
            Commit(commitUpTo.Value);
        }

        this.metadata = metadata;
        version++;
        return Task.FromResult(tag = $"{version}");
    }

    private void Commit(long upTo)
    {
        committed = prepared[upTo].State;
        committedUpTo = upTo;
        while (prepared.Count > 0 && prepared.Keys[0] <= upTo)
        {
            prepared.RemoveAt(0);
        }
    }
}
