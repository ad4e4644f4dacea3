using System.Threading.Channels;

namespace KeyedState;

/// <summary>
/// The faithful port of Go by Example's "Stateful Goroutines": channels without a buffer for reads and writes,
/// an owner that selects between them, and a reply channel in each request.
/// </summary>
[State(
    Title = "Go port (rendezvous)",
    Family = StateFamily.ChannelOwner,
    Replies = ReplyMode.Asynchronous,
    BlockingCaller = BlockingCallerEffect.DelaysNobody,
    AllocationFree = false,
    ThrowsAfterDispose = true,
    HowItWorks = "A direct port of the Go program: the owner selects between two unbuffered channels, one for reads and one for writes, and answers on the reply channel in each request")]
[ExclusiveUpdate(Reads = DuringUpdate.Waits, OtherKeys = DuringUpdate.Waits, SameKeyWithin = UpdateWithin.Deadlocks)]
public sealed class RendezvousChannelOwnerState : IKeyedState, IAtomicAdd, IAtomicTransfer, IAtomicSnapshot, IExclusiveUpdate
{
    private readonly RendezvousOwner owner = new();
    private readonly Task serving;

    /// <summary>Starts the owner.</summary>
    public RendezvousChannelOwnerState() => serving = owner.ServeAsync();

    /// <inheritdoc/>
    public async ValueTask<int> ReadAsync(int key)
    {
        var read = new RendezvousOwner.ReadRequest(key);
        await SendAsync(owner.Reads, read);
        return await read.Reply.Reader.ReadAsync();
    }

    /// <inheritdoc/>
    public async ValueTask WriteAsync(int key, int value)
    {
        var write = new RendezvousOwner.WriteRequest(key, value);
        await SendAsync(owner.Writes, write);
        await write.Reply.Reader.ReadAsync();
    }

    /// <inheritdoc/>
    public async ValueTask<int> AddAsync(int key, int amount) => await AskAsync(new AddCommand(key, amount));

    /// <inheritdoc/>
    public async ValueTask<TransferResult> TransferAsync(int source, int target, int amount) => await AskAsync(new TransferCommand(source, target, amount));

    /// <inheritdoc/>
    public async ValueTask SnapshotAsync(ReadOnlyMemory<int> keys, Memory<int> values) => await AskAsync(new SnapshotCommand(keys, values));

    /// <inheritdoc/>
    public async ValueTask<int> UpdateAsync(int key, Func<int, CancellationToken, ValueTask<int>> update, CancellationToken cancellationToken = default)
    {
        var request = new ExclusiveUpdateRequest(key, update, cancellationToken);
        await SendAsync(owner.Writes, new RendezvousOwner.UpdateRequest(request), cancellationToken);
        return await request.Reply;
    }

    /// <summary>
    /// Fails the senders that no owner has received from, refuses later ones, and completes once the owner has
    /// answered the request that it has in hand. Its caller receives whatever happens, and so none of the three
    /// is left waiting.
    /// </summary>
    public async ValueTask DisposeAsync()
    {
        owner.Reads.Writer.TryComplete();
        owner.Writes.Writer.TryComplete();
        await serving;
    }

    private async ValueTask<T> AskAsync<T>(CompoundCommand<T> command)
        where T : struct
    {
        var request = new RendezvousOwner.CompoundRequest<T>(command);
        await SendAsync(owner.Writes, request);
        var (result, exception) = await request.Reply.Reader.ReadAsync();
        return exception is null ? result : throw exception;
    }

    private static async ValueTask SendAsync<T>(Channel<T> channel, T request, CancellationToken cancellationToken = default)
    {
        try
        {
            await channel.Writer.WriteAsync(request, cancellationToken);
        }
        catch (ChannelClosedException)
        {
            throw new ObjectDisposedException(nameof(RendezvousChannelOwnerState));
        }
    }
}
