using System.Diagnostics.CodeAnalysis;

namespace KeyedState;

/// <summary>A dictionary behind a lock that readers share.</summary>
[State(
    Title = "ReaderWriterLockSlim",
    Family = StateFamily.Lock,
    Replies = ReplyMode.AtOnce,
    BlockingCaller = BlockingCallerEffect.DelaysNobody,
    AllocationFree = true,
    ThrowsAfterDispose = false,
    DotNetType = "ReaderWriterLockSlim",
    HowItWorks = "One ReaderWriterLockSlim protects a Dictionary; readers share the lock, a writer holds it alone")]
[SuppressMessage("Reliability", "CA1001", Justification = "The lock must outlive callers that run into the disposal; its events close themselves.")]
[Lacks(Capability.ExclusiveUpdate, "a lock can't be held across an await")]
public sealed class ReaderWriterLockSlimState : IKeyedState, IAtomicAdd, IAtomicTransfer, IAtomicSnapshot
{
    private readonly ReaderWriterLockSlim gate = new();
    private readonly Dictionary<int, int> map = [];

    /// <inheritdoc/>
    public ValueTask<int> ReadAsync(int key)
    {
        gate.EnterReadLock();
        try
        {
            return new(map.ReadOrZero(key));
        }
        finally
        {
            gate.ExitReadLock();
        }
    }

    /// <inheritdoc/>
    public ValueTask WriteAsync(int key, int value)
    {
        gate.EnterWriteLock();
        try
        {
            map[key] = value;
        }
        finally
        {
            gate.ExitWriteLock();
        }

        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask<int> AddAsync(int key, int amount)
    {
        gate.EnterWriteLock();
        try
        {
            return new(map.AddTo(key, amount));
        }
        finally
        {
            gate.ExitWriteLock();
        }
    }

    /// <inheritdoc/>
    public ValueTask<TransferResult> TransferAsync(int source, int target, int amount)
    {
        InvalidTransferException.ThrowIfInvalid(source, target, amount);
        gate.EnterWriteLock();
        try
        {
            return new(map.Transfer(source, target, amount));
        }
        finally
        {
            gate.ExitWriteLock();
        }
    }

    /// <inheritdoc/>
    public ValueTask SnapshotAsync(ReadOnlyMemory<int> keys, Memory<int> values)
    {
        var places = values.Span[..keys.Length];
        gate.EnterReadLock();
        try
        {
            map.ReadAll(keys.Span, places);
        }
        finally
        {
            gate.ExitReadLock();
        }

        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
