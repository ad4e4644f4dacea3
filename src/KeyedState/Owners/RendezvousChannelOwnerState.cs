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
public sealed class RendezvousChannelOwnerState : IKeyedState
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

    private static async ValueTask SendAsync<T>(Channel<T> channel, T request)
    {
        try
        {
            await channel.Writer.WriteAsync(request);
        }
        catch (ChannelClosedException)
        {
            throw new ObjectDisposedException(nameof(RendezvousChannelOwnerState));
        }
    }
}
