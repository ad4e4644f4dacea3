using System.Threading.Channels;

namespace KeyedState;

/// <summary>An owner behind one unbounded channel. Its requests are pooled, and the thread pool runs the callers.</summary>
[State(
    Title = "Pooled owner",
    Family = StateFamily.ChannelOwner,
    Replies = ReplyMode.Asynchronous,
    BlockingCaller = BlockingCallerEffect.DelaysNobody,
    AllocationFree = true,
    ThrowsAfterDispose = true,
    HowItWorks = "One owner reads pooled requests from an unbounded channel and queues each reply to the thread pool")]
[Lacks(Capability.ExclusiveUpdate, "its owner serves in turns that never await")]
public sealed class PooledChannelOwnerState : IKeyedState, IAtomicAdd, IAtomicTransfer, IAtomicSnapshot
{
    private readonly ChannelOwner owner = new(
        Channel.CreateUnbounded<TurnRequest>(new UnboundedChannelOptions { SingleReader = true }), ReplyMode.Asynchronous);

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

    /// <summary>Completes once every request that came before is served; later ones are refused.</summary>
    public ValueTask DisposeAsync()
    {
        owner.Close();
        return new ValueTask(owner.Serving);
    }
}
