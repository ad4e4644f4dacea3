using System.Threading.Channels;

namespace KeyedState;

/// <summary>A dictionary, the one loop that touches it, and the channel by which pooled requests reach it.</summary>
/// <remarks>
/// No operation is lost to a disposal that it runs into. The channel takes a request or refuses it under the
/// lock under which it is closed; it tells its reader of the end only when it has given out everything that it
/// took; and the loop runs until it is told so. So each request is either refused, and its caller told, or
/// served.
/// </remarks>
internal sealed class ChannelOwner
{
    private readonly Dictionary<int, int> map = [];
    private readonly Channel<TurnRequest> requests;
    private readonly bool inline;

    /// <summary>Starts the owner, which runs on the thread pool from its first request on.</summary>
    /// <param name="requests">The channel, which has no other reader.</param>
    /// <param name="replies">Whether this owner's thread runs the callers itself, or a work item for each does.</param>
    public ChannelOwner(Channel<TurnRequest> requests, ReplyMode replies)
    {
        this.requests = requests;
        inline = replies == ReplyMode.Inline;
        Serving = ServeAsync();
    }

    /// <summary>Ends once the channel is closed and every request was served.</summary>
    public Task Serving { get; }

    /// <summary>Asks for the value of <paramref name="key"/>.</summary>
    public ValueTask<int> ReadAsync(int key)
    {
        var request = TurnRequestPool.Rent();
        var reply = request.BeginRead(key);
        return requests.Writer.TryWrite(request) ? reply : AskWithRoomAsync(request, reply);
    }

    /// <summary>Asks for <paramref name="key"/> to become <paramref name="value"/>.</summary>
    public ValueTask WriteAsync(int key, int value)
    {
        var request = TurnRequestPool.Rent();
        var reply = request.BeginWrite(key, value);
        return requests.Writer.TryWrite(request) ? reply : TellWithRoomAsync(request, reply);
    }

    /// <inheritdoc cref="IAtomicAdd.AddAsync"/>
    public ValueTask<int> AddAsync(int key, int amount)
    {
        var request = TurnRequestPool.Rent();
        var reply = request.BeginAdd(key, amount);
        return requests.Writer.TryWrite(request) ? reply : AskWithRoomAsync(request, reply);
    }

    /// <inheritdoc cref="IAtomicTransfer.TransferAsync"/>
    public ValueTask<TransferResult> TransferAsync(int source, int target, int amount)
    {
        InvalidTransferException.ThrowIfInvalid(source, target, amount);
        var request = TurnRequestPool.Rent();
        var reply = request.BeginTransfer(source, target, amount);
        return requests.Writer.TryWrite(request) ? reply : AskWithRoomAsync(request, reply);
    }

    /// <inheritdoc cref="IAtomicSnapshot.SnapshotAsync"/>
    public ValueTask SnapshotAsync(ReadOnlyMemory<int> keys, Memory<int> values)
    {
        var places = values[..keys.Length];
        var request = TurnRequestPool.Rent();
        var reply = request.BeginSnapshot(keys, places);
        return requests.Writer.TryWrite(request) ? reply : TellWithRoomAsync(request, reply);
    }

    /// <summary>Refuses further requests; the owner serves those that it has and ends.</summary>
    public void Close() => requests.Writer.TryComplete();

    private async Task ServeAsync()
    {
        var reader = requests.Reader;
        while (await reader.WaitToReadAsync().ConfigureAwait(false))
        {
            while (reader.TryRead(out var request))
            {
                request.Apply(map);
                if (inline)
                {
                    request.Complete();
                }
                else
                {
                    ThreadPool.UnsafeQueueUserWorkItem(request, preferLocal: false);
                }
            }
        }
    }

    private async ValueTask<T> AskWithRoomAsync<T>(TurnRequest request, ValueTask<T> reply)
    {
        await SendWithRoomAsync(request);
        return await reply;
    }

    private async ValueTask TellWithRoomAsync(TurnRequest request, ValueTask reply)
    {
        await SendWithRoomAsync(request);
        await reply;
    }

    private async ValueTask SendWithRoomAsync(TurnRequest request)
    {
        try
        {
            await requests.Writer.WriteAsync(request);
        }
        catch (ChannelClosedException)
        {
            TurnRequestPool.Return(request);
            throw new ObjectDisposedException(null, "The keyed state was disposed of.");
        }
    }
}
