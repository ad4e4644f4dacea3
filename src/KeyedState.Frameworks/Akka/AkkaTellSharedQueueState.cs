namespace KeyedState.Frameworks;

/// <summary><see cref="AkkaTellState"/> with an executor that suits many callers of one actor.</summary>
[State(
    Title = "Akka.NET, Tell, shared queue",
    Family = StateFamily.Actor,
    Replies = ReplyMode.Asynchronous,
    BlockingCaller = BlockingCallerEffect.DelaysNobody,
    AllocationFree = true,
    ThrowsAfterDispose = true,
    Package = "Akka",
    FullSuiteOnly = true,
    HowItWorks = "An Akka.NET actor that runs on the thread pool's shared queue receives pooled requests by Tell and queues each reply to the thread pool")]
[Lacks(Capability.ExclusiveUpdate, "its requests are served in one go, without an await")]
public sealed class AkkaTellSharedQueueState : IKeyedState, IAtomicAdd, IAtomicTransfer, IAtomicSnapshot
{
    private readonly ToldActor owner = new(SharedQueueExecutorConfigurator.OfDefaultDispatcher);

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

    /// <summary>Refuses further operations, and completes once everything that came before is served and the system has ended.</summary>
    public ValueTask DisposeAsync() => owner.DisposeAsync();
}
