namespace KeyedState.Frameworks;

/// <summary><see cref="AkkaAskState"/> with an executor that suits many callers of one actor.</summary>
[State(
    Title = "Akka.NET, Ask, shared queue",
    Family = StateFamily.Actor,
    Replies = ReplyMode.Asynchronous,
    BlockingCaller = BlockingCallerEffect.DelaysNobody,
    AllocationFree = false,
    ThrowsAfterDispose = true,
    Package = "Akka",
    FullSuiteOnly = true,
    HowItWorks = "An Akka.NET actor that runs on the thread pool's shared queue, called with Ask, which creates a temporary actor for each reply")]
[ExclusiveUpdate(Reads = DuringUpdate.Waits, OtherKeys = DuringUpdate.Waits, SameKeyWithin = UpdateWithin.Deadlocks)]
public sealed class AkkaAskSharedQueueState : IKeyedState, IAtomicAdd, IAtomicTransfer, IAtomicSnapshot, IExclusiveUpdate
{
    private readonly AskedActor owner = new(SharedQueueExecutorConfigurator.OfDefaultDispatcher);

    /// <inheritdoc/>
    public ValueTask<int> ReadAsync(int key) => owner.ReadAsync(key);

    /// <inheritdoc/>
    public ValueTask WriteAsync(int key, int value) => owner.WriteAsync(key, value);

    /// <inheritdoc/>
    public ValueTask<int> AddAsync(int key, int amount) => owner.AddAsync(key, amount);

    /// <inheritdoc/>
    public ValueTask<TransferResult> TransferAsync(int source, int target, int amount) => owner.TransferAsync(source, target, amount);

    /// <inheritdoc/>
    public ValueTask SnapshotAsync(ReadOnlyMemory<int> keys, Memory<int> values) => owner.SnapshotAsync(keys, values);

    /// <inheritdoc/>
    public ValueTask<int> UpdateAsync(int key, Func<int, CancellationToken, ValueTask<int>> update, CancellationToken cancellationToken = default) =>
        owner.UpdateAsync(key, update, cancellationToken);

    /// <summary>Refuses further operations, and completes once everything that came before is answered and the system has ended.</summary>
    public ValueTask DisposeAsync() => owner.DisposeAsync();
}
