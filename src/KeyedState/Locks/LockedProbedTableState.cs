namespace KeyedState;

/// <summary>
/// The sequence lock's table behind one <see cref="Lock"/>. The difference from <see cref="LockState"/> is what the table gains,
/// and the difference from <see cref="SequenceLockState"/> is what reading without a lock gains.
/// </summary>
[State(
    Title = "Lock, probed table",
    Family = StateFamily.Lock,
    Replies = ReplyMode.AtOnce,
    BlockingCaller = BlockingCallerEffect.DelaysNobody,
    AllocationFree = true,
    ThrowsAfterDispose = false,
    OwnTable = "probed table",
    HowItWorks = "One System.Threading.Lock protects the hash table that the sequence lock uses")]
[Lacks(Capability.ExclusiveUpdate, "a lock can't be held across an await")]
public sealed class LockedProbedTableState : IKeyedState, IAtomicAdd, IAtomicTransfer, IAtomicSnapshot
{
    private readonly Lock gate = new();
    private ProbedTable table = new();

    /// <inheritdoc/>
    public ValueTask<int> ReadAsync(int key)
    {
        lock (gate)
        {
            return new(table.ReadOrZero(key));
        }
    }

    /// <inheritdoc/>
    public ValueTask WriteAsync(int key, int value)
    {
        lock (gate)
        {
            ProbedTable.Set(ref table, key, value);
        }

        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask<int> AddAsync(int key, int amount)
    {
        lock (gate)
        {
            return new(ProbedTable.AddTo(ref table, key, amount));
        }
    }

    /// <inheritdoc/>
    public ValueTask<TransferResult> TransferAsync(int source, int target, int amount)
    {
        InvalidTransferException.ThrowIfInvalid(source, target, amount);
        lock (gate)
        {
            return new(ProbedTable.Transfer(ref table, source, target, amount));
        }
    }

    /// <inheritdoc/>
    public ValueTask SnapshotAsync(ReadOnlyMemory<int> keys, Memory<int> values)
    {
        var places = values.Span[..keys.Length];
        lock (gate)
        {
            table.ReadAll(keys.Span, places);
        }

        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
