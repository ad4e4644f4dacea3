using System.Diagnostics.CodeAnalysis;

namespace KeyedState;

/// <summary>A dictionary behind a semaphore of one, for which callers wait without blocking a thread.</summary>
[State(
    Title = "SemaphoreSlim",
    Family = StateFamily.Lock,
    Replies = ReplyMode.AtOnceWhenFree,
    BlockingCaller = BlockingCallerEffect.DelaysNobody,
    AllocationFree = false,
    ThrowsAfterDispose = false,
    FullSuiteOnly = true,
    DotNetType = "SemaphoreSlim",
    HowItWorks = "A SemaphoreSlim with a count of one protects a Dictionary; a caller awaits WaitAsync, so waiting blocks no thread")]
[ExclusiveUpdate(Reads = DuringUpdate.Waits, OtherKeys = DuringUpdate.Waits, SameKeyWithin = UpdateWithin.Deadlocks)]
[SuppressMessage("Reliability", "CA1001", Justification = "A semaphore whose wait handle is never asked for has nothing to release, and must outlive callers that run into the disposal.")]
public sealed class SemaphoreSlimState : IKeyedState, IAtomicAdd, IAtomicTransfer, IAtomicSnapshot, IExclusiveUpdate
{
    private readonly SemaphoreSlim gate = new(initialCount: 1, maxCount: 1);
    private readonly Dictionary<int, int> map = [];

    /// <inheritdoc/>
    public async ValueTask<int> ReadAsync(int key)
    {
        await gate.WaitAsync();
        try
        {
            return map.ReadOrZero(key);
        }
        finally
        {
            gate.Release();
        }
    }

    /// <inheritdoc/>
    public async ValueTask WriteAsync(int key, int value)
    {
        await gate.WaitAsync();
        try
        {
            map[key] = value;
        }
        finally
        {
            gate.Release();
        }
    }

    /// <inheritdoc/>
    public async ValueTask<int> AddAsync(int key, int amount)
    {
        await gate.WaitAsync();
        try
        {
            return map.AddTo(key, amount);
        }
        finally
        {
            gate.Release();
        }
    }

    /// <inheritdoc/>
    public async ValueTask<TransferResult> TransferAsync(int source, int target, int amount)
    {
        InvalidTransferException.ThrowIfInvalid(source, target, amount);
        await gate.WaitAsync();
        try
        {
            return map.Transfer(source, target, amount);
        }
        finally
        {
            gate.Release();
        }
    }

    /// <inheritdoc/>
    public async ValueTask SnapshotAsync(ReadOnlyMemory<int> keys, Memory<int> values)
    {
        var places = values[..keys.Length];
        await gate.WaitAsync();
        try
        {
            map.ReadAll(keys.Span, places.Span);
        }
        finally
        {
            gate.Release();
        }
    }

    /// <inheritdoc/>
    public async ValueTask<int> UpdateAsync(int key, Func<int, CancellationToken, ValueTask<int>> update, CancellationToken cancellationToken = default)
    {
        await gate.WaitAsync(cancellationToken);
        try
        {
            var before = map.ReadOrZero(key);
            map[key] = await update(before, cancellationToken);
            return before;
        }
        finally
        {
            gate.Release();
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
