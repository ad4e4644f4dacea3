namespace KeyedState;

/// <summary>
/// The sequence lock's table with nothing to protect it, on one thread: what that table itself costs, as
/// <see cref="UnsynchronisedState"/> is for a dictionary. The workers take turns on that thread.
/// </summary>
[State(
    Title = "Unsynchronised probed table",
    Family = StateFamily.Limit,
    Replies = ReplyMode.AtOnce,
    BlockingCaller = BlockingCallerEffect.StopsEveryone,
    AllocationFree = true,
    ThrowsAfterDispose = false,
    OneThread = true,
    OwnTable = "probed table",
    HowItWorks = "The hash table that the sequence lock uses, without protection, one instance per core and thread; its row is the cost of the table itself")]
public sealed class UnsynchronisedProbedTableState : IKeyedState, IAtomicAdd, IAtomicTransfer, IAtomicSnapshot
{
    private ProbedTable table = new();

    /// <inheritdoc/>
    public ValueTask<int> ReadAsync(int key) => new(table.ReadOrZero(key));

    /// <inheritdoc/>
    public ValueTask WriteAsync(int key, int value)
    {
        ProbedTable.Set(ref table, key, value);
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask<int> AddAsync(int key, int amount) => new(ProbedTable.AddTo(ref table, key, amount));

    /// <inheritdoc/>
    public ValueTask<TransferResult> TransferAsync(int source, int target, int amount)
    {
        InvalidTransferException.ThrowIfInvalid(source, target, amount);
        return new(ProbedTable.Transfer(ref table, source, target, amount));
    }

    /// <inheritdoc/>
    public ValueTask SnapshotAsync(ReadOnlyMemory<int> keys, Memory<int> values)
    {
        table.ReadAll(keys.Span, values.Span[..keys.Length]);
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
