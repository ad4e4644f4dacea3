using Akka.Configuration;

namespace KeyedState.Frameworks;

/// <summary>An actor of Akka.NET on the default dispatcher that is asked, as its users write it.</summary>
[State(
    Title = "Akka.NET, Ask",
    Family = StateFamily.Actor,
    Replies = ReplyMode.Asynchronous,
    BlockingCaller = BlockingCallerEffect.DelaysNobody,
    AllocationFree = false,
    ThrowsAfterDispose = true,
    Package = "Akka",
    HowItWorks = "An Akka.NET actor on the default dispatcher, called with Ask, which creates a temporary actor for each reply")]
[ExclusiveUpdate(Reads = DuringUpdate.Waits, OtherKeys = DuringUpdate.Waits, SameKeyWithin = UpdateWithin.Deadlocks)]
public sealed class AkkaAskState : IKeyedState, IAtomicAdd, IAtomicTransfer, IAtomicSnapshot, IExclusiveUpdate
{
    private readonly AskedActor owner = new(Config.Empty);

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
