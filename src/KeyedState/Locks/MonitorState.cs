namespace KeyedState;

/// <summary>A dictionary behind the monitor of a plain object, the usual way before there was <see cref="Lock"/>.</summary>
[State(
    Title = "Monitor",
    Family = StateFamily.Lock,
    Replies = ReplyMode.AtOnce,
    BlockingCaller = BlockingCallerEffect.DelaysNobody,
    AllocationFree = true,
    ThrowsAfterDispose = false,
    FullSuiteOnly = true,
    DotNetType = "Monitor",
    HowItWorks = "The monitor of a plain object, taken by the lock statement, protects a Dictionary; every read and every write takes it")]
[Lacks(Capability.ExclusiveUpdate, "a lock can't be held across an await")]
public sealed class MonitorState : IKeyedState, IAtomicAdd, IAtomicTransfer, IAtomicSnapshot
{
    // An object, not a Lock: on one of those the statement would not use the monitor.
    private readonly object gate = new();
    private readonly Dictionary<int, int> map = [];

    /// <inheritdoc/>
    public ValueTask<int> ReadAsync(int key)
    {
        lock (gate)
        {
            return new(map.ReadOrZero(key));
        }
    }

    /// <inheritdoc/>
    public ValueTask WriteAsync(int key, int value)
    {
        lock (gate)
        {
            map[key] = value;
        }

        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask<int> AddAsync(int key, int amount)
    {
        lock (gate)
        {
            return new(map.AddTo(key, amount));
        }
    }

    /// <inheritdoc/>
    public ValueTask<TransferResult> TransferAsync(int source, int target, int amount)
    {
        InvalidTransferException.ThrowIfInvalid(source, target, amount);
        lock (gate)
        {
            return new(map.Transfer(source, target, amount));
        }
    }

    /// <inheritdoc/>
    public ValueTask SnapshotAsync(ReadOnlyMemory<int> keys, Memory<int> values)
    {
        var places = values.Span[..keys.Length];
        lock (gate)
        {
            map.ReadAll(keys.Span, places);
        }

        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
