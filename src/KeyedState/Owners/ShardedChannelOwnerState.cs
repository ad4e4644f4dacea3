using System.Threading.Channels;

namespace KeyedState;

/// <summary>Several owners, each with a channel and a part of the keys.</summary>
[State(
    Title = "Sharded owners",
    Family = StateFamily.ChannelOwner,
    Replies = ReplyMode.Asynchronous,
    BlockingCaller = BlockingCallerEffect.DelaysNobody,
    AllocationFree = true,
    ThrowsAfterDispose = true,
    FullSuiteOnly = true,
    HowItWorks = "The keys are divided by hash among four pooled owners, each with its own channel and Dictionary")]
[Lacks(Capability.Transfer, "two keys may have two owners, and two messages are not one step")]
[Lacks(Capability.Snapshot, "the keys may have several owners, and several messages are not one step")]
[Lacks(Capability.ExclusiveUpdate, "its owner serves in turns that never await")]
public sealed class ShardedChannelOwnerState : IKeyedState, IAtomicAdd
{
    private const int ShardBits = 2;

    private readonly ChannelOwner[] owners = [.. Enumerable.Range(0, 1 << ShardBits).Select(_ => new ChannelOwner(
        Channel.CreateUnbounded<TurnRequest>(new UnboundedChannelOptions { SingleReader = true }), ReplyMode.Asynchronous))];

    /// <inheritdoc/>
    public ValueTask<int> ReadAsync(int key) => OwnerOf(key).ReadAsync(key);

    /// <inheritdoc/>
    public ValueTask WriteAsync(int key, int value) => OwnerOf(key).WriteAsync(key, value);

    /// <inheritdoc/>
    public ValueTask<int> AddAsync(int key, int amount) => OwnerOf(key).AddAsync(key, amount);

    /// <summary>Completes once every request that came before is served; later ones are refused.</summary>
    public ValueTask DisposeAsync()
    {
        foreach (var owner in owners)
        {
            owner.Close();
        }

        return new ValueTask(Task.WhenAll(owners.Select(owner => owner.Serving)));
    }

    private ChannelOwner OwnerOf(int key) => owners[KeySpread.PlaceOf(key, ShardBits)];
}
