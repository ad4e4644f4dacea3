namespace KeyedState;

/// <summary>
/// A dictionary that nothing protects, on one thread: what the map itself costs. On one core, only a safe state with a faster
/// map can cost less. The workers take turns on that thread.
/// </summary>
[State(
    Title = "Unsynchronised dictionary",
    Family = StateFamily.Limit,
    Replies = ReplyMode.AtOnce,
    BlockingCaller = BlockingCallerEffect.StopsEveryone,
    AllocationFree = true,
    ThrowsAfterDispose = false,
    OneThread = true,
    HowItWorks = "A Dictionary without protection, one instance per core and thread; its row is the cost of the map itself")]
public sealed class UnsynchronisedState : IKeyedState, IAtomicAdd, IAtomicTransfer, IAtomicSnapshot
{
    private readonly Dictionary<int, int> map = [];

    /// <inheritdoc/>
    public ValueTask<int> ReadAsync(int key) => new(map.ReadOrZero(key));

    /// <inheritdoc/>
    public ValueTask WriteAsync(int key, int value)
    {
        map[key] = value;
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask<int> AddAsync(int key, int amount) => new(map.AddTo(key, amount));

    /// <inheritdoc/>
    public ValueTask<TransferResult> TransferAsync(int source, int target, int amount)
    {
        InvalidTransferException.ThrowIfInvalid(source, target, amount);
        return new(map.Transfer(source, target, amount));
    }

    /// <inheritdoc/>
    public ValueTask SnapshotAsync(ReadOnlyMemory<int> keys, Memory<int> values)
    {
        map.ReadAll(keys.Span, values.Span[..keys.Length]);
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
