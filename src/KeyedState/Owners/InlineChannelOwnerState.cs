using System.Threading.Channels;

namespace KeyedState;

/// <summary>An owner behind one unbounded channel that runs its callers itself, so that a caller which blocks stops it.</summary>
[State(
    Title = "Inline owner",
    Family = StateFamily.ChannelOwner,
    Replies = ReplyMode.Inline,
    BlockingCaller = BlockingCallerEffect.StopsEveryone,
    AllocationFree = true,
    ThrowsAfterDispose = true,
    FullSuiteOnly = true,
    HowItWorks = "One owner reads pooled requests from an unbounded channel and runs each caller's continuation on its own thread as it answers")]
[Lacks(Capability.ExclusiveUpdate, "its owner serves in turns that never await")]
public sealed class InlineChannelOwnerState : IKeyedState, IAtomicAdd, IAtomicTransfer, IAtomicSnapshot
{
    private readonly ChannelOwner owner = new(
        Channel.CreateUnbounded<TurnRequest>(new UnboundedChannelOptions { SingleReader = true }), ReplyMode.Inline);

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
    /// Refuses further requests; those that came before are still served. It does not wait for that, since a
    /// caller may dispose of the state on the owner's own thread and block there.
    /// </summary>
    public ValueTask DisposeAsync()
    {
        owner.Close();
        return ValueTask.CompletedTask;
    }
}
