using System.Threading.Channels;

namespace KeyedState;

/// <summary>
/// An owner behind a channel that holds a limited number of requests; whoever finds it full waits for room.
/// It allocates only then, and so makes no promise.
/// </summary>
[State(
    Title = "Bounded owner",
    Family = StateFamily.ChannelOwner,
    Replies = ReplyMode.Asynchronous,
    BlockingCaller = BlockingCallerEffect.DelaysNobody,
    AllocationFree = false,
    ThrowsAfterDispose = true,
    FullSuiteOnly = true,
    HowItWorks = "One owner reads pooled requests from a channel that holds at most 1,024 and queues each reply to the thread pool; while the channel is full, callers wait, which allocates")]
[Lacks(Capability.ExclusiveUpdate, "its owner serves in turns that never await")]
public sealed class BoundedChannelOwnerState : IKeyedState, IAtomicAdd, IAtomicTransfer, IAtomicSnapshot
{
    // More than the workload has callers: the bound costs what a bound costs, and nobody waits for room in the figures.
    private const int Capacity = 1024;

    private readonly ChannelOwner owner = new(
        Channel.CreateBounded<TurnRequest>(new BoundedChannelOptions(Capacity) { SingleReader = true }), ReplyMode.Asynchronous);

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

    /// <summary>
    /// Completes once every request that the channel took is served; later ones, and those that wait for room,
    /// are refused.
    /// </summary>
    public ValueTask DisposeAsync()
    {
        owner.Close();
        return new ValueTask(owner.Serving);
    }
}
