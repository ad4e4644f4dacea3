namespace KeyedState;

/// <summary>Does nothing: what is measured is the harness alone.</summary>
[State(
    Title = "Empty state",
    Family = StateFamily.Limit,
    Replies = ReplyMode.AtOnce,
    BlockingCaller = BlockingCallerEffect.DelaysNobody,
    AllocationFree = true,
    ThrowsAfterDispose = false,
    HowItWorks = "Does nothing; its row is the cost of the harness itself")]
[ExclusiveUpdate(Reads = DuringUpdate.GoesOn, OtherKeys = DuringUpdate.GoesOn, SameKeyWithin = UpdateWithin.Refused)]
public sealed class EmptyState : IKeyedState, IAtomicAdd, IAtomicTransfer, IAtomicSnapshot, IExclusiveUpdate
{
    /// <inheritdoc/>
    public ValueTask<int> ReadAsync(int key) => new(0);

    /// <inheritdoc/>
    public ValueTask WriteAsync(int key, int value) => ValueTask.CompletedTask;

    /// <inheritdoc/>
    public ValueTask<int> AddAsync(int key, int amount) => new(0);

    /// <inheritdoc/>
    public ValueTask<TransferResult> TransferAsync(int source, int target, int amount) => new(default(TransferResult));

    /// <inheritdoc/>
    public ValueTask SnapshotAsync(ReadOnlyMemory<int> keys, Memory<int> values) => ValueTask.CompletedTask;

    /// <summary>Runs the code, and nothing else.</summary>
    /// <inheritdoc/>
    public ValueTask<int> UpdateAsync(int key, Func<int, CancellationToken, ValueTask<int>> update, CancellationToken cancellationToken = default) =>
        update(0, cancellationToken);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
