namespace KeyedState;

/// <summary>A dictionary behind a <see cref="SpinLock"/>, for which callers wait on their processors.</summary>
/// <remarks>
/// The lock does not track its owner, since the dictionary's operations never come back for it. It is released by a
/// plain store instead of an interlocked one: whoever takes the lock next sees that store and all before it, and a
/// caller that comes before the store is visible waits. What the lock counts its waiters with may get lost in that
/// store; the count only spreads the waiters, and the lock repairs it.
/// </remarks>
[State(
    Title = "SpinLock",
    Family = StateFamily.Lock,
    Replies = ReplyMode.AtOnce,
    BlockingCaller = BlockingCallerEffect.DelaysNobody,
    AllocationFree = true,
    ThrowsAfterDispose = false,
    FullSuiteOnly = true,
    DotNetType = "SpinLock",
    HowItWorks = "One SpinLock without owner tracking protects a Dictionary; a waiting caller spins")]
[Lacks(Capability.ExclusiveUpdate, "a lock can't be held across an await")]
public sealed class SpinLockState : IKeyedState, IAtomicAdd, IAtomicTransfer, IAtomicSnapshot
{
    private readonly Dictionary<int, int> map = [];

    // Not readonly: the compiler would take the lock on a copy.
    private SpinLock gate = new(enableThreadOwnerTracking: false);

    /// <inheritdoc/>
    public ValueTask<int> ReadAsync(int key)
    {
        var taken = false;
        gate.Enter(ref taken);
        try
        {
            return new(map.ReadOrZero(key));
        }
        finally
        {
            gate.Exit(useMemoryBarrier: false);
        }
    }

    /// <inheritdoc/>
    public ValueTask WriteAsync(int key, int value)
    {
        var taken = false;
        gate.Enter(ref taken);
        try
        {
            map[key] = value;
        }
        finally
        {
            gate.Exit(useMemoryBarrier: false);
        }

        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask<int> AddAsync(int key, int amount)
    {
        var taken = false;
        gate.Enter(ref taken);
        try
        {
            return new(map.AddTo(key, amount));
        }
        finally
        {
            gate.Exit(useMemoryBarrier: false);
        }
    }

    /// <inheritdoc/>
    public ValueTask<TransferResult> TransferAsync(int source, int target, int amount)
    {
        InvalidTransferException.ThrowIfInvalid(source, target, amount);
        var taken = false;
        gate.Enter(ref taken);
        try
        {
            return new(map.Transfer(source, target, amount));
        }
        finally
        {
            gate.Exit(useMemoryBarrier: false);
        }
    }

    /// <inheritdoc/>
    public ValueTask SnapshotAsync(ReadOnlyMemory<int> keys, Memory<int> values)
    {
        var places = values.Span[..keys.Length];
        var taken = false;
        gate.Enter(ref taken);
        try
        {
            map.ReadAll(keys.Span, places);
        }
        finally
        {
            gate.Exit(useMemoryBarrier: false);
        }

        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
