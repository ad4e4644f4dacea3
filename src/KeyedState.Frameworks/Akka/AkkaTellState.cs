using Akka.Configuration;

namespace KeyedState.Frameworks;

/// <summary>An actor of Akka.NET on the default dispatcher that is told, and completes the request itself.</summary>
[State(
    Title = "Akka.NET, Tell",
    Family = StateFamily.Actor,
    Replies = ReplyMode.Asynchronous,
    BlockingCaller = BlockingCallerEffect.DelaysNobody,
    AllocationFree = true,
    ThrowsAfterDispose = true,
    Package = "Akka",
    FullSuiteOnly = true,
    HowItWorks = "An Akka.NET actor on the default dispatcher receives pooled requests by Tell and queues each reply to the thread pool")]
[Lacks(Capability.ExclusiveUpdate, "its requests are served in one go, without an await")]
public sealed class AkkaTellState : IKeyedState, IAtomicAdd, IAtomicTransfer, IAtomicSnapshot
{
    private readonly ToldActor owner = new(Config.Empty);

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
