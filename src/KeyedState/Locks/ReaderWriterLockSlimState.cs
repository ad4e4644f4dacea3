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
public sealed class ReaderWriterLockSlimState : IKeyedState
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
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
